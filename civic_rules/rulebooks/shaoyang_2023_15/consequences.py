"""What follows in Shaoyang: who may be recruited, who has an allowance, and where the results of ratings are used."""

from civic_rules.expressions import subject
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.mechanisms import EVALUATION_BODIES, RATING_RESULTS_LINKED
from civic_rules.rulebooks.shaoyang_2023_15.workforce import SECRETARY_PROMOTION_ELIGIBILITY
from civic_rules.rules import (
    Circumstance,
    Consequence,
    entitlement,
    follows,
    held,
    holds,
    judged,
    obligation,
    status,
)
from civic_rules.text import Text

city = subject("city")
community = subject("community")
worker = subject("worker")

HOLDS_CERTIFICATE = Circumstance(
    key="holds-certificate",
    title=Text(zh="持有社会工作职业资格证书", en="Holds the professional certificate of social work"),
    holds=worker.has_certificate.is_(True),
    source=SHAOYANG.clause("四(三)6", evidence=("持证人员",)),
)

ALLOWANCE_ARRANGED = Circumstance(
    key="allowance-arranged",
    title=Text(zh="已建立职业资格津贴制度", en="The allowance is arranged"),
    holds=city.arrangement("qualification-allowance").in_place(),
    source=SHAOYANG.clause("四(三)6", evidence=("职业资格津贴",)),
)

SERVICES_RATED = Circumstance(
    key="services-rated",
    title=Text(zh="已有可以评价的事项", en="Some items of public service are rated"),
    holds=community.rated_items >= "1 item",
    source=SHAOYANG.clause("四(六)16", evidence=("好差评",)),
)

SECRETARY_MAY_BE_RECRUITED = Consequence(
    key="secretary-may-be-recruited",
    title=Text(
        zh="可参加定向招聘，进入乡镇（街道）班子",
        en="The secretary may be recruited into the leadership of a street or town",
    ),
    when=(judged(SECRETARY_PROMOTION_ELIGIBILITY, "passed", of="worker"),),
    then=entitlement(of="worker"),
    source=SHAOYANG.clause("四(三)6", evidence=("连续任职满两届", "公开定向招聘")),
    note=Text(
        zh="是参加招聘的资格，不是任用。",
        en="It opens the way to the recruitment. It is no appointment.",
    ),
)

CERTIFICATE_ALLOWANCE = Consequence(
    key="certificate-allowance",
    title=Text(zh="享受职业资格津贴", en="Has the allowance for the professional qualification"),
    when=(holds(HOLDS_CERTIFICATE, of="worker"),),
    then=entitlement(of="worker"),
    source=SHAOYANG.clause("四(三)6", evidence=("持证人员", "职业资格津贴")),
)

ALLOWANCE_NOT_ARRANGED = Consequence(
    key="allowance-not-arranged",
    title=Text(zh="应享受津贴，但市里未建立制度", en="Has the allowance, and the city has not arranged it"),
    when=(follows(CERTIFICATE_ALLOWANCE, of="worker"), held("worker", by="city")),
    unless=(holds(ALLOWANCE_ARRANGED, of="city"),),
    then=status(of="worker", about="city"),
    source=SHAOYANG.clause("四(三)6", evidence=("职业资格津贴",)),
)

RATING_RESULTS = Consequence(
    key="rating-results",
    title=Text(zh="有评价结果可用", en="There are results of ratings"),
    when=(holds(SERVICES_RATED, of="community"),),
    then=status(of="community"),
    source=SHAOYANG.clause("四(六)16", evidence=("好差评", "评价结果")),
)

RATED_IN_CITY = (follows(RATING_RESULTS, of="community"), held("community", by="city"))

RESULTS_IN_AWARDS = Consequence(
    key="rating-results-in-awards",
    title=Text(zh="评先评优应使用评价结果", en="Awards have to use the results of ratings"),
    when=RATED_IN_CITY,
    then=obligation(of="city", bearer=EVALUATION_BODIES),
    source=SHAOYANG.clause("四(六)16", evidence=("评先评优", "挂钩")),
)

RESULTS_IN_PERFORMANCE_ASSESSMENT = Consequence(
    key="rating-results-in-performance-assessment",
    title=Text(zh="绩效考核应使用评价结果", en="The assessment of performance has to use the results of ratings"),
    when=RATED_IN_CITY,
    then=obligation(of="city", bearer=EVALUATION_BODIES),
    source=SHAOYANG.clause("四(六)16", evidence=("绩效考核", "挂钩")),
)

RESULTS_IN_PERFORMANCE_PAY = Consequence(
    key="rating-results-in-performance-pay",
    title=Text(zh="绩效薪酬应使用评价结果", en="Pay by performance has to use the results of ratings"),
    when=RATED_IN_CITY,
    then=obligation(of="city", bearer=EVALUATION_BODIES),
    source=SHAOYANG.clause("四(六)16", evidence=("绩效薪酬", "挂钩")),
)

RESULTS_IN_SERVICE_PURCHASE = Consequence(
    key="rating-results-in-service-purchase",
    title=Text(zh="购买服务应使用评价结果", en="The purchase of services has to use the results of ratings"),
    when=RATED_IN_CITY,
    then=obligation(of="city", bearer=EVALUATION_BODIES),
    source=SHAOYANG.clause("四(六)16", evidence=("购买服务", "挂钩")),
)

RATING_RESULTS_UNUSED = Consequence(
    key="rating-results-unused",
    title=Text(zh="有评价结果，四个方面未全部使用", en="There are results of ratings, and not all four uses are made"),
    when=(*RATED_IN_CITY, judged(RATING_RESULTS_LINKED, "failed", of="city")),
    then=status(of="city"),
    source=SHAOYANG.clause("四(六)16", evidence=("评价结果", "挂钩")),
)
