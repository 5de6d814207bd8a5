package dev.guanjia.server;

/** What is sent to make the rows of a company; the names in braces are filled in. */
final class RowBodies {

    static final String REQUEST =
            """
            {"community_id": "{community}", "words": "灯不亮", "channel": "PHONE",
             "received_at": "2026-03-06T08:07:00+08:00"}
            """;
    static final String ORDER =
            """
            {"kind": "REPAIR", "community_id": "{community}", "unit_id": "{unit}",
             "title": "灯不亮", "channel": "PHONE", "received_at": "2026-03-06T08:15:00+08:00"}
            """;
    static final String PAYMENT =
            """
            {"unit_id": "{unit}", "amount": {"amount": "10.00", "currency": "CNY"},
             "method": "CASH", "paid_on": "2026-03-02"}
            """;
    static final String REVERSAL =
            "{\"cause\": \"BOUNCED\", \"reason\": \"退票\", \"proposed_on\": \"2026-03-03\"}";
    static final String REFUND =
            """
            {"amount": {"amount": "1.00", "currency": "CNY"}, "source": "PAYMENT",
             "reason": "搬走", "proposed_on": "2026-03-03"}
            """;
    static final String YES =
            """
            {"reference": "SP-1", "approved_on": "2026-03-04"}
            """;
    static final String PAID_ORDER = ORDER.replace("REPAIR", "PAID_REPAIR");
    static final String STATION =
            """
            {"community_id": "{community}", "label": {"zh": "大堂", "en": "Lobby"},
             "post": "STEWARD", "leader": "CS_SUPERVISOR", "kit": {"keys": [], "goods": [],
             "equipment": [], "money": {"amount": "0.00", "currency": "CNY"}}}
            """;
    static final String MANNED =
            "{\"kind\": \"MANNED\", \"occurred_at\": \"2026-03-06T08:00:00+08:00\"}";
    static final String EQUIPMENT =
            """
            {"equipment_class": "LIFT", "serial": "{community}", "name": "1号梯",
             "installed_on": "2020-01-01", "place": {"community_id": "{community}"}}
            """;
    static final String METER =
            """
            {"community_id": "{community}", "unit_id": "{unit}", "kind": "GAS",
             "serial_no": "G-{unit}", "installed_on": "2026-01-01", "initial_value": "0"}
            """;
    static final String INCIDENT =
            """
            {"kind": "FIRE", "community_id": "{community}", "place": "地下室",
             "what": "有情况", "reported_by": "业主", "reported_at": "2026-03-06T08:00:00+08:00"}
            """;
    static final String FIGHT =
            """
            {"kind": "FIGHT", "community_id": "{community}", "place": "大堂", "what": "有情况",
             "reported_by": "业主", "reported_at": "2025-12-01T09:00:00+08:00"}
            """;
    static final String DRILL =
            """
            {"kind": "FIRE", "community_id": "{community}", "planned_on": "2126-01-10"}
            """;
    static final String PROFILE =
            """
            {"post": "MAINTENANCE_WORKER", "areas": ["{community}"], "limit": 9,
             "from": "2026-03-01"}
            """;
    static final String SPAN =
            """
            {"start_at": "2026-03-06T08:00:00+08:00", "end_at": "2026-03-06T20:00:00+08:00",
             "on_call": false}
            """;
    static final String QUOTE =
            """
            {"lines": [{"item": "OT_TAP", "quantity": "1"}],
             "quoted_at": "2026-03-06T09:05:00+08:00", "until": "2026-03-10T10:00:00+08:00",
             "guarantee_days": 30}
            """;
    static final String CONSENT =
            """
            {"answer": "CONSENT", "total": {"amount": "66.50", "currency": "CNY"},
             "word": {"owner_id": "{owner}", "said_at": "2026-03-06T09:06:00+08:00",
             "means": "SIGNATURE", "attachment": "scans/17.pdf"}}
            """;
    static final String DONE =
            """
            {"lines": [{"item": "OT_TAP", "quantity": "1"}],
             "done_at": "2026-03-06T09:08:00+08:00"}
            """;
    static final String ACCEPTANCE =
            """
            {"answer": "ACCEPT", "word": {"owner_id": "{owner}",
             "said_at": "2026-03-06T09:09:00+08:00", "means": "SIGNATURE",
             "attachment": "scans/17.pdf"}}
            """;
    static final String TURN =
            """
            {"station_id": "{station}", "staff_id": "{guard}",
             "starts_at": "2126-03-02T00:00:00Z", "ends_at": "2126-03-02T08:00:00Z"}
            """;
    static final String LEVEL =
            """
            {"kind": "CLEANING_TASK", "hours": "3", "clock": "ELAPSED", "from": "2087-05-01"}
            """;
    static final String LADDER =
            """
            {"kind": "CLEANING_TASK", "near_share": "0.75", "step_hours": "1", "levels": 2,
             "from": "2087-05-01"}
            """;
    static final String POLICY =
            """
            {"kind": "SUGGESTION", "customer": "GUEST", "mode": "SAMPLE", "percent": "12.5",
             "seed": 7, "same_department": false,
             "callers": ["CS_SUPERVISOR"], "label": {"zh": "抽样", "en": "Some"},
             "from": "2087-05-01"}
            """;
    static final String CHANNEL =
            """
            {"channel": "OT_PIGEON", "label": {"zh": "信鸽", "en": "Pigeon"}, "used": true,
             "from": "2026-01-01"}
            """;
    static final String STANDARD =
            """
            {"id": "{standard}", "work": {"zh": "保养", "en": "Upkeep"}, "cadence": "MONTHLY",
             "equipment_class": "REPAIR_TOOL", "evidence": "R-MAINT-LOG", "from": "2087-05-01"}
            """;
    static final String SHIFT =
            """
            {"id": "{shift}", "label": {"zh": "夜班", "en": "Night"}, "begins": "22:00",
             "minutes": 480, "days": ["MONDAY"], "posts": ["ACCOUNTANT"], "from": "2026-02-01"}
            """;
    static final String ROUTE =
            """
            {"community_id": "{community}", "label": {"zh": "路线", "en": "Way"},
             "checkpoints": [{"id": "point", "area": "surroundings", "place": "点",
             "within_minutes": 10, "items": []}]}
            """;
    static final String PLAN =
            """
            {"community_id": "{community}", "shift_id": "{shift}", "key": "leak-check",
             "sort": "INSPECTION", "duty_id": "D-000-MNW-04", "post": "STEWARD", "minimum": 1,
             "route_ids": ["{route}"], "windows": [], "from": "2026-02-01"}
            """;
    static final String ROUND =
            """
            {"plan_id": "{plan}", "route_id": "{route}",
             "started_at": "2026-03-02T22:00:00+08:00"}
            """;
    static final String AREA =
            """
            {"id": "{area}", "label": {"zh": "车库", "en": "Garage"}, "posts": ["CASHIER"],
             "community_id": "{community}", "from": "2026-02-01"}
            """;

    private RowBodies() {}

    static final String TARIFF =
            """
            {"community_id": "{community}", "fee_item": "PROPERTY_SERVICE", "use": "RESIDENTIAL",
             "price": "2.40", "currency": "CNY", "from": "2020-01-01"}
            """;

    static final String SHARED_FEE =
            """
            {"id": "SHARED_LIGHT", "label": {"zh": "公摊电费", "en": "Shared light"},
             "basis": "SHARE", "management_fee": false, "from": "2090-01-01",
             "source": "company"}
            """;
    static final String POOL =
            """
            {"fee_item": "SHARED_LIGHT", "service_from": "2020-05-01",
             "service_to": "2020-06-01", "amount": {"amount": "10.00", "currency": "CNY"},
             "key": "UNIT"}
            """;
}
