package dev.guanjia.server.store;

import java.util.List;

/** Lists of what a company looks after, in the order of the indexes that each page goes on in. */
public final class RegistryListings {

    /** The units of {@code :community} as they are on {@code :today}, building by building. */
    public static final Listing UNITS =
            new Listing(
                    """
                    select t.id as unit_id, t.code as building_code, t.name as building_name,
                        t.number as unit_number, t.use, t.area, t.vacancy, t.owner_id,
                        o.reference as owner_reference, o.name as owner_name,
                        o.mobile as owner_mobile, t.code as _1, t.number as _2
                    from (select %s, (%s) as vacancy, b.code, b.name
                        from building b
                        join unit u on u.tenant = b.tenant and u.building_id = b.id
                        where b.tenant = :tenant and b.community_id = :community
                            and b.code >= :k1 and (b.code, u.number) > (:k1, :k2)
                        order by b.code, u.number limit :fetch) t
                    join owner o on o.tenant = :tenant and o.id = t.owner_id
                    order by t.code, t.number
                    """
                            .formatted(UnitToday.COLUMNS, UnitToday.fact("vacancy")),
                    List.of("", ""));

    /** The units of {@code :community} as they were entered, as a file of units has them. */
    public static final Listing UNITS_AS_ENTERED =
            new Listing(
                    """
                    select b.code as building, u.number, f.use, f.area,
                        coalesce(o.reference, o.id) as owner, f.vacancy,
                        nullif(f.from_day, date '%s') as since, b.code as _1, u.number as _2
                    from building b
                    join unit u on u.tenant = b.tenant and u.building_id = b.id
                    join unit_fact f on f.tenant = u.tenant and f.unit_id = u.id
                        and f.fact = 'OPENING'
                    join owner o on o.tenant = f.tenant and o.id = f.owner_id
                    where b.tenant = :tenant and b.community_id = :community
                        and b.code >= :k1 and (b.code, u.number) > (:k1, :k2)
                    order by b.code, u.number limit :fetch
                    """
                            .formatted(UnitFactHistoryStore.ALWAYS),
                    List.of("", ""));

    /** All owners. */
    public static final Listing OWNERS =
            new Listing(
                    """
                    select id as owner_id, reference, name, mobile, id as _1 from owner
                    where tenant = :tenant and id > :k1 order by id limit :fetch
                    """,
                    List.of(""));

    /** All owners, as a file of owners has them. */
    public static final Listing OWNERS_TO_IMPORT =
            new Listing(
                    """
                    select coalesce(reference, id) as reference, name, mobile, id as _1 from owner
                    where tenant = :tenant and id > :k1 order by id limit :fetch
                    """,
                    List.of(""));

    private static final String OF_METERS =
            """
             from meter m
            join meter_reading r on r.tenant = m.tenant and r.meter_id = m.id
            left join meter_reading c on c.tenant = r.tenant and c.corrects = r.id
            left join unit u on u.tenant = m.tenant and u.id = m.unit_id
            left join building b on b.tenant = u.tenant and b.id = u.building_id
            where m.tenant = :tenant and m.community_id = :community
                and r.read_on between :from and :until
                and m.seq >= cast(:k1 as bigint)
                and (m.seq, r.read_on, r.seq)
                    > (cast(:k1 as bigint), cast(:k2 as date), cast(:k3 as bigint))
            """;
    private static final String BY_METER = " order by m.seq, r.read_on, r.seq limit :fetch";
    private static final String METER_KEY =
            "cast(m.seq as text) as _1, cast(r.read_on as text) as _2, cast(r.seq as text) as _3";
    private static final List<String> FIRST_READING = List.of("0", "0001-01-01", "0");

    /** What was read in {@code :community} from {@code :from} to {@code :until}. */
    public static final Listing READINGS =
            new Listing(
                    """
                    select r.id as reading_id, m.id as meter_id, m.kind, m.serial_no, m.unit_id,
                        b.name as building_name, u.number as unit_number, r.read_on, r.value,
                        r.source, cast(r.rolled_over as text) as rolled_over, r.corrects,
                        case when c.id is null then 'yes' else 'no' end as stands,
                    """
                            + METER_KEY
                            + OF_METERS
                            + BY_METER,
                    FIRST_READING);

    /**
     * The readings that stand, as a file of readings has them: a corrected one comes about as the
     * first of its day did, for where that one is unknown there is nothing to correct.
     */
    public static final Listing READINGS_TO_IMPORT =
            new Listing(
                    """
                    select m.kind, m.serial_no, r.read_on, r.value,
                        case when r.corrects is null then r.source
                            else (select f.source from meter_reading f
                                where f.tenant = r.tenant and f.meter_id = r.meter_id
                                    and f.read_on = r.read_on and f.corrects is null)
                            end as source,
                        cast(r.rolled_over as text) as rolled_over,
                    """
                            + METER_KEY
                            + OF_METERS
                            + " and c.id is null"
                            + BY_METER,
                    FIRST_READING);

    private RegistryListings() {}
}
