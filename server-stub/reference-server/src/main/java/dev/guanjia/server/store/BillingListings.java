package dev.guanjia.server.store;

import java.util.List;

/**
 * Lists of what is billed, paid and held, in the order of the indexes that each page goes on in.
 */
public final class BillingListings {

    private static final String OF_COMMUNITY =
            """
            join unit u on u.tenant = :tenant and u.id = %s.unit_id and u.community_id = :community
            join building b on b.tenant = u.tenant and b.id = u.building_id
            """;

    /** The receipts of {@code :community} that were issued from {@code :from} to {@code :until}. */
    public static final Listing RECEIPTS =
            new Listing(
                    """
                    select r.id as receipt_id,
                        r.book || '-' || r.year || '-'
                            || case when r.number < 10000000
                                then lpad(cast(r.number as text), 8, '0')
                                else cast(r.number as text) end
                            as receipt_no,
                        r.issued_on, r.state, r.payment_id, p.paid_on, p.unit_id,
                        b.name as building_name, u.number as unit_number, p.payer,
                        %s as payer_name, p.method, p.amount_minor, p.external_reference,
                        nullif(r.void_reason, '') as void_reason, p.currency as _currency,
                        cast(r.year as text) as _1, r.book as _2, cast(r.number as text) as _3
                    from receipt r join payment p on p.tenant = r.tenant and p.id = r.payment_id
                    """
                                    .formatted(Listing.payerName("p.payer"))
                            + OF_COMMUNITY.formatted("p")
                            + """
                            where r.tenant = :tenant and r.issued_on between :from and :until
                                and (r.year, r.book, r.number)
                                    > (cast(:k1 as int), :k2, cast(:k3 as bigint))
                            order by r.year, r.book, r.number limit :fetch
                            """,
                    List.of("0", "", "0"));

    /** The payments of {@code :community} that were not undone, as a file of payments has them. */
    public static final Listing PAYMENTS_TO_IMPORT =
            new Listing(
                    """
                    select p.paid_on, p.amount_minor, p.currency, p.method,
                        coalesce(p.external_reference, p.id) as reference, p.unit_id,
                        p.currency as _currency,
                        cast(p.paid_on as text) as _1, cast(p.receipt_no as text) as _2
                    from payment p
                    """
                            + OF_COMMUNITY.formatted("p")
                            + """
                            where p.tenant = :tenant and p.paid_on between :from and :until
                                and not exists (select 1 from payment_reversal v
                                    where v.tenant = p.tenant and v.payment_id = p.id
                                        and v.state = 'POSTED')
                                and (p.paid_on, p.receipt_no)
                                    > (cast(:k1 as date), cast(:k2 as bigint))
                            order by p.paid_on, p.receipt_no limit :fetch
                            """,
                    List.of("0001-01-01", "0"));

    private static final String SUM =
            """
            (select coalesce(sum(s.amount_minor), 0) from deposit_step s
                where s.tenant = d.tenant and s.deposit_id = d.id and s.action %s)\
            """;

    /** The deposits of {@code :community} of which something is held. */
    public static final Listing DEPOSITS =
            new Listing(
                    """
                    select * from (
                    select d.id as deposit_id, d.unit_id, b.name as building_name,
                        u.number as unit_number, d.kind, d.receipt_no, d.taken_on, d.method,
                        d.state, d.amount_minor, %s as deducted_minor, %s as refunded_minor,
                        d.amount_minor - %s as held_minor, d.currency as _currency,
                        cast(d.seq as text) as _1
                    from deposit d
                    """
                                    .formatted(
                                            SUM.formatted("= 'DEDUCT'"),
                                            SUM.formatted("= 'REFUND'"),
                                            SUM.formatted("in ('DEDUCT', 'REFUND')"))
                            + OF_COMMUNITY.formatted("d")
                            + """
                            where d.tenant = :tenant and d.seq > cast(:k1 as bigint)
                            order by d.seq) held
                            where held_minor > 0 limit :fetch
                            """,
                    List.of("0"));

    /**
     * The charges of {@code :community} whose service begins in {@code :from} to {@code :until}.
     */
    public static final Listing CHARGES =
            new Listing(
                    """
                    select c.id as charge_id, c.bill_run_id, c.unit_id, b.name as building_name,
                        u.number as unit_number, coalesce(c.payer, 'OWNER:' || u.owner_id) as payer,
                        %s as payer_name, c.fee_item, c.period_start as service_from,
                        c.period_end as service_to, c.due_on, c.amount_minor,
                        c.amount_minor - (select coalesce(sum(m.amount_minor), 0)
                            from charge_movement m
                            where m.tenant = c.tenant and m.charge_id = c.id) as open_minor,
                        case when coalesce(c.entered_on, r.entered_on) is null then 'no'
                            else 'yes' end as binding,
                        v.reversed_on, c.currency as _currency,
                        cast(u.seq as text) as _1, c.id as _2
                    from unit u join building b on b.tenant = u.tenant and b.id = u.building_id
                    join charge c on c.tenant = u.tenant and c.unit_id = u.id
                    left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
                    left join charge_reversal v on v.tenant = c.tenant and v.charge_id = c.id
                    where u.tenant = :tenant and u.community_id = :community
                        and c.period_start between :from and :until
                        and u.seq >= cast(:k1 as bigint)
                        and (u.seq, c.id) > (cast(:k1 as bigint), :k2)
                    order by u.seq, c.id limit :fetch
                    """
                            .formatted(
                                    Listing.payerName("coalesce(c.payer, 'OWNER:' || u.owner_id)")),
                    List.of("0", ""));

    private static final String OF_CHARGE =
            """
            c.unit_id, b.name as building_name, u.number as unit_number, c.fee_item,
            c.period_start as service_from, c.period_end as service_to,
            """;

    /**
     * The waivers in {@code :community} that were proposed from {@code :from} to {@code :until}.
     */
    public static final Listing WAIVERS =
            new Listing(
                    """
                    select w.id as waiver_id, w.charge_id, %s w.amount_minor, w.state, w.reason,
                        w.proposed_on, w.signed_on, w.currency as _currency,
                        cast(w.seq as text) as _1
                    from waiver w join charge c on c.tenant = w.tenant and c.id = w.charge_id
                    """
                                    .formatted(OF_CHARGE)
                            + OF_COMMUNITY.formatted("c")
                            + """
                            where w.tenant = :tenant and w.proposed_on between :from and :until
                                and w.seq > cast(:k1 as bigint)
                            order by w.seq limit :fetch
                            """,
                    List.of("0"));

    /** The deferrals in {@code :community} asked for from {@code :from} to {@code :until}. */
    public static final Listing DEFERRALS =
            new Listing(
                    """
                    select d.id as deferral_id, d.charge_id, %s c.amount_minor, d.reason, d.due_on,
                        d.stated_on, d.confirmed_on, d.granted_on, d.promised_on,
                        c.currency as _currency, cast(d.seq as text) as _1
                    from deferral d join charge c on c.tenant = d.tenant and c.id = d.charge_id
                    """
                                    .formatted(OF_CHARGE)
                            + OF_COMMUNITY.formatted("c")
                            + """
                            where d.tenant = :tenant and d.stated_on between :from and :until
                                and d.seq > cast(:k1 as bigint)
                            order by d.seq limit :fetch
                            """,
                    List.of("0"));

    private BillingListings() {}
}
