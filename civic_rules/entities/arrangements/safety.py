"""Safety: emergencies, police, law, mediation."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (("emergency-plan-guidance", "应急预案指导", "guidance for emergency plans of communities"),)

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = (
    ("emergency-shelter", "应急避难场所", "emergency shelter within reach"),
    ("emergency-plan", "突发事件应急预案"),
)
