package dev.guanjia.server.store;

/**
 * The columns of {@code unit u} as they are today, a day given as {@code :today}. What the table
 * has holds until {@code changes_on}; from then on the facts are asked.
 */
final class UnitToday {

    static final String COLUMNS =
            """
            u.id, u.seq, u.community_id, u.building_id, u.number,
            case when u.changes_on <= :today then (%s) else u.use end as use,
            case when u.changes_on <= :today then (%s) else u.area end as area,
            case when u.changes_on <= :today then (%s) else u.owner_id end as owner_id
            """
                    .formatted(fact("use"), fact("area"), fact("owner_id"));

    private UnitToday() {}

    /**
     * What holds on the day, or what the unit was opened with if that day has not come; of what was
     * corrected, the last.
     */
    static String fact(String column) {
        return """
               select f.%s from unit_fact f
               where f.tenant = u.tenant and f.unit_id = u.id and f.%s is not null
                   and f.from_day <= greatest(:today, (
                       select o.from_day from unit_fact o
                       where o.tenant = u.tenant and o.unit_id = u.id and o.fact = 'OPENING'))
               order by f.from_day desc, f.seq desc limit 1"""
                .formatted(column, column);
    }
}
