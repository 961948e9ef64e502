"""Cities as they report themselves: the figures of a report and nothing else."""

from __future__ import annotations

from datetime import date

from civic_rules.entities import City


def weihai() -> City:
    """Weihai with the figures of its report on community services, selected as a national case.

    What the report does not state is not known here: it gives no number of communities, residents or households,
    and no date but the year of the survey. Two places need care. The text prints some decimal points as a full stop
    (10。6 is 10.6), and it has "more than 200" services on the platform, so that 200 is what they exceed.

    Examples:
        >>> city = weihai()
        >>> city.service_satisfaction, city.workers_per_residents, city.communities
        (96.6, 17.0, None)
    """
    return City(
        id="weihai",
        name="威海市",
        is_national_case=True,
        # Rules and standards
        supporting_documents=6,
        standard_categories=6,
        standard_indicators=33,
        burden_measures=10,
        # People who work for communities
        elected_committee_members=2081,
        recruited_workers=1393,
        workers_per_community=10.6,
        workers_per_residents=17,
        university_share=85.6,
        pay_posts=3,
        pay_grades=18,
        leaders_in_public_posts=37,
        # Those who help
        towns_and_streets=72,
        streets_with_federation=72,
        streets_with_station=72,
        community_organisations=3369,
        organisations_per_community=10,
        registered_volunteers=450_000,
        reporting_units=2926,
        reporting_party_members=55_000,
        property_committee_share=100,
        property_service_share=100,
        owners_committees_formed=869,
        owners_committee_members=4249,
        # Services, and what residents think of them
        service_satisfaction=96.6,
        satisfaction_until=date(2021, 12, 31),
        delegated_services=28,
        pilot_communities=22,
        service_circle_time=15,
        platform_services_over=200,
        platform_visits=1_300_000,
        venture_funds=2_800_000,
        venture_projects=77,
        venture_visits=31_000,
    )
