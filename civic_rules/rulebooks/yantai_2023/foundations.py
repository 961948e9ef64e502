"""Clause 二(四): four measures on centres, the burden on communities, and community workers."""

from civic_rules.expressions import all_of, any_of, choose, either, largest, round_up, subject
from civic_rules.indicators import URBAN, WORKERS_PER_RESIDENT
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rulebooks.yantai_2023.readings import (
    APPROVED_TOTAL,
    DENSITY_AREA,
    TITLE_ALONE,
    URBAN_POPULATION,
    WORKERS_COUNTED,
)
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
task = subject("assigned_task")
worker = subject("worker")
county = subject("county")
city = subject("city")

ALL_LEVELS = (Text(zh="各级", en="every level"),)

DENSITY = "18 worker / (10000 resident)"
FLOOR = "10 worker"

COUNTED = choose(WORKERS_COUNTED, in_post=community.workers, approved=community.approved_workers)

TASKS = either(community.tasks_assigned, community.assigned_tasks.count())
IS_ADMITTED = any_of(task.is_on_list.is_(True), task.is_approved.is_(True))

OF_CITY = city.all("community").where(URBAN)
OF_COUNTY = county.all("community").where(URBAN)

CITY_RESIDENTS = choose(
    URBAN_POPULATION,
    communities=OF_CITY.total(community.residents),
    statistic=city.permanent_urban_residents,
)
approved = either(city.approved_workers, OF_CITY.total(community.approved_workers))

CITY_IS_STAFFED = choose(
    WORKERS_COUNTED,
    in_post=either(city.workers_per_residents, OF_CITY.total(community.workers) / CITY_RESIDENTS) >= DENSITY,
    approved=approved / CITY_RESIDENTS >= DENSITY,
)
COUNTY_IS_STAFFED = OF_COUNTY.total(COUNTED) / OF_COUNTY.total(community.residents) >= DENSITY

MEASURE_17_PARTY_MASS_CENTRE = Guidance(
    key="measure-17-party-mass-centre",
    title=Text(zh="措施17：党群服务中心", en="Measure 17: party-mass service centre"),
    source=YANTAI.clause("二(四)-17", evidence=("强化社区党群服务中心",)),
    wording=("强化",),
    note=TITLE_ALONE,
)

TASK_ADMISSION_SYSTEM = Requirement(
    key="task-admission-system",
    title=Text(zh="交给社区的事项都经过准入", en="Every task assigned to a community was admitted first"),
    must=either(community.tasks_admitted, community.assigned_tasks.where(IS_ADMITTED).count()) / TASKS >= "100 %",
    when=all_of(URBAN, TASKS >= "1 item"),
    modality=Modality.MANDATORY,
    responsible=ALL_LEVELS,
    source=YANTAI.clause("二(四)-18", evidence=("事项准入制度",)),
    covers=("measure-18-burden",),
    wording=("严格落实",),
    note=Text(
        zh="未经准入就交办，责任在交办的一级，不在社区。",
        en="Where a task was assigned without admission, the fault is that of the level that assigned it.",
    ),
)

SIGNAGE_STANDARD = Requirement(
    key="signage-standard",
    title=Text(zh="社区挂牌符合规范", en="Signs at the community follow a standard"),
    must=community.arrangement("signage-standard").in_place(),
    when=URBAN,
    modality=Modality.MANDATORY,
    responsible=ALL_LEVELS,
    source=YANTAI.clause("二(四)-18", evidence=("要求各级", "规范社区挂牌")),
    wording=("规范",),
    note=Text(zh="没有牌子的数量和名录。", en="There is neither a number nor a list of signs."),
)

CERTIFICATE_STANDARD = Requirement(
    key="certificate-standard",
    title=Text(zh="社区开具证明符合规范", en="Certificates of the community follow a standard"),
    must=community.arrangement("certificate-standard").in_place(),
    when=URBAN,
    modality=Modality.MANDATORY,
    responsible=ALL_LEVELS,
    source=YANTAI.clause("二(四)-18", evidence=("要求各级", "出具证明工作")),
    wording=("规范",),
    note=Text(zh="没有证明事项的名录。", en="There is no list of certificates."),
)

WORKERS_PER_10K = Requirement(
    key="workers-per-10k",
    title=Text(zh="每万名城镇居民的社区工作者", en="Community workers for each 10,000 urban residents"),
    must=choose(
        DENSITY_AREA,
        city=CITY_IS_STAFFED,
        county=city.all("county").where(OF_COUNTY.count() >= "1 community").every(COUNTY_IS_STAFFED),
        community=OF_CITY.every(COUNTED / community.residents >= DENSITY),
    ),
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(四)-19", evidence=("每万城镇常住人口", "18人")),
    covers=("measure-19-staffing",),
    wording=("按照", "配备18人"),
    note=Text(
        zh="标准按下限理解，没有期限。这里默认看在岗人数，核定总量见另一条。",
        en="The standard is read as a minimum and has no date. Workers in post are judged here unless told otherwise. "
        "The approved total has a rule of its own.",
    ),
)

WORKERS_PER_10K_COMMUNITY = Requirement(
    key="workers-per-10k-community",
    variant_of="workers-per-10k",
    title=Text(zh="本社区每万名居民的工作者", en="Workers of the community for each 10,000 residents"),
    must=WORKERS_PER_RESIDENT >= DENSITY,
    when=URBAN,
    modality=Modality.REPORTED,
    source=YANTAI.clause("二(四)-19", evidence=("每万城镇常住人口", "18人")),
    wording=("按照", "配备18人"),
    note=Text(
        zh="各社区自身的数值，仅供参考；万人比例按区域判断。",
        en="The figure of each community, for information. The ratio is judged over an area.",
    ),
)

WORKERS_MIN_PER_COMMUNITY = Requirement(
    key="workers-min-per-community",
    title=Text(zh="每个社区的工作者下限", en="Least number of workers of a community"),
    must=choose(
        WORKERS_COUNTED,
        in_post=community.workers >= FLOOR,
        approved=community.approved_workers >= FLOOR,
    ),
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(四)-19", evidence=("每个社区", "不少于10人")),
    wording=("不少于10人",),
    note=Text(
        zh="对每个社区都有约束，全市平均数不能代替。",
        en="It binds each community: an average of the city does not answer it.",
    ),
)

WORKERS_TOTAL_FORMULA = Requirement(
    key="workers-total-formula",
    title=Text(zh="社区工作者核定总量", en="Approved total of community workers"),
    must=choose(
        APPROVED_TOTAL,
        area_and_floor=approved
        >= largest(
            round_up(CITY_RESIDENTS * DENSITY),
            either(city.urban_communities, OF_CITY.count()) * "10 worker / community",
        ),
        by_community=approved >= OF_CITY.total(largest(round_up(community.residents * DENSITY), FLOOR)),
    ),
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(四)-19", evidence=("核定社区工作者总量", "18人", "不少于10人")),
    wording=("按照", "核定"),
    note=Text(
        zh="人数向上取整。两个标准都要满足，所以取较大的结果。",
        en="Heads are rounded up. Both standards hold, so the greater result is what is asked for.",
    ),
)

MEASURE_20_CAPABILITY = Guidance(
    key="measure-20-capability",
    title=Text(zh="措施20：工作者能力", en="Measure 20: ability of community workers"),
    source=YANTAI.clause("二(四)-20", evidence=("提升社区工作者治理能力",)),
    wording=("提升",),
    note=TITLE_ALONE,
)

BUSINESS_TRAINING = Guidance(
    key="business-training",
    title=Text(zh="对工作者的业务培训", en="Training of community workers"),
    source=YANTAI.clause("二(四)-20", evidence=("加强业务培训",)),
    wording=("加强",),
    note=Text(zh="没有学时和次数。", en="There are neither hours nor a frequency."),
)

ALL_POST_WORKERS = Requirement(
    key="all-post-workers",
    title=Text(zh="有能胜任各岗位的工作者", en="Workers who can handle the business of every post"),
    must=either(
        community.all_post_workers,
        community.staff.where(worker.can_handle_every_post.is_(True)).count(),
    )
    >= "1 worker",
    when=URBAN,
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(四)-20", evidence=("“全岗通”",)),
    wording=("加强业务培训", "打造"),
    note=Text(
        zh="没有比例，有一名即可；少于全员不算不符。",
        en="There is no share: one such worker is enough.",
    ),
)
