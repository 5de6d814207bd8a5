package dev.guanjia.server.web;

import dev.guanjia.billing.arrears.AgeBuckets;
import dev.guanjia.billing.arrears.Ageing.Line;
import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Standing;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.api.model.AgeLine;
import dev.guanjia.server.api.model.Ageing;
import dev.guanjia.server.api.model.CollectionRate;
import dev.guanjia.server.api.model.CollectionRates;
import dev.guanjia.server.api.model.Debtor;
import dev.guanjia.server.api.model.Statement;
import dev.guanjia.server.api.model.StatementLine;
import dev.guanjia.server.application.ArrearsDesk.Owing;
import dev.guanjia.server.application.ArrearsDesk.Rates;
import dev.guanjia.server.application.ExportDesk;
import dev.guanjia.server.application.StatementDesk.Seen;
import java.math.RoundingMode;
import java.util.Optional;

/** What is owed, as the document writes it. */
final class ArrearsMapping {

    private static final Rational HUNDRED = Rational.of(100, 1);

    private ArrearsMapping() {}

    static Debtor debtor(Owing owing, AgeBuckets buckets) {
        Arrears owed = owing.arrears();
        return new Debtor(
                        owing.unit().value(),
                        owing.debtor().unit().number(),
                        owing.debtor().unit().buildingId(),
                        owing.debtor().unit().building(),
                        owing.debtor().payer().toString(),
                        owed.owed().size(),
                        Wire.money(owed.balance()),
                        Wire.money(owed.balance(Standing.OVERDUE)),
                        Wire.money(owed.balance(Standing.DEFERRED)),
                        ExportDesk.daysOverdue(owed),
                        owed.age(buckets).lines().stream()
                                .filter(line -> line.charges() > 0)
                                .map(ArrearsMapping::line)
                                .toList())
                .payerName(owing.debtor().name())
                .oldestDueOn(ExportDesk.oldest(owed).orElse(null));
    }

    static Ageing ageing(String community, Arrears arrears, AgeBuckets buckets) {
        return new Ageing(
                community,
                arrears.asOf(),
                arrears.age(buckets).lines().stream().map(ArrearsMapping::line).toList(),
                Wire.money(arrears.balance()),
                Wire.money(arrears.balance(Standing.OVERDUE)),
                Wire.money(arrears.balance(Standing.DEFERRED)));
    }

    private static AgeLine line(Line line) {
        return new AgeLine(
                line.bucket().key(),
                Wire.label(line.bucket().label()),
                line.charges(),
                Wire.money(line.amount()));
    }

    static CollectionRates rates(String community, Rates rates) {
        return new CollectionRates(
                community,
                rates.from(),
                rates.until(),
                rate(rates.managementFee()),
                rate(rates.all()));
    }

    private static CollectionRate rate(dev.guanjia.billing.arrears.CollectionRate rate) {
        return new CollectionRate(
                        Wire.money(rate.due()),
                        Wire.money(rate.collected()),
                        Wire.money(rate.due().minus(rate.collected())))
                .collectedPercent(rate.collectedPart().map(ArrearsMapping::percent).orElse(null));
    }

    /** Never rounded up, so that nobody reads 95.00 where 95 percent was missed. */
    private static String percent(Rational part) {
        return part.times(HUNDRED).toDecimal(2, RoundingMode.DOWN).toPlainString();
    }

    static Statement statement(Seen seen) {
        dev.guanjia.billing.arrears.Statement account = seen.statement();
        return new Statement(
                        account.days().start(),
                        account.days().last(),
                        Wire.money(account.opening()),
                        account.lines().stream().map(line -> line(seen, line)).toList(),
                        Wire.money(account.closing()))
                .unitId(seen.unit().map(UnitId::value).orElse(null))
                .payer(Optional.ofNullable(account.payer()).map(Object::toString).orElse(null));
    }

    private static StatementLine line(Seen seen, dev.guanjia.billing.arrears.Statement.Line line) {
        return new StatementLine(
                line.entry().on(),
                line.entry().kind().name(),
                line.entry().charge().value(),
                seen.charge(line).item().value(),
                seen.charge(line).unit().value(),
                line.entry().reference(),
                Wire.money(line.entry().effect()),
                Wire.money(line.balance()));
    }
}
