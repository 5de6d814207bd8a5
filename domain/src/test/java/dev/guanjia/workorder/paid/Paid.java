package dev.guanjia.workorder.paid;

import static dev.guanjia.organisation.Answers.accepted;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A dripping tap: an owner, a quote over 186.50 and what follows. */
final class Paid {

    static final Instant QUOTED_AT = Instant.parse("2026-03-02T01:00:00Z");
    static final Instant UNTIL = QUOTED_AT.plus(Duration.ofDays(7));
    static final UnitId UNIT = new UnitId("un_1");
    static final OwnerId WANG = new OwnerId("ow_wang");
    static final PriceItem LABOUR =
            new PriceItem(
                    "PLUMBER",
                    new Label("水工", "Plumber"),
                    PriceItem.Kind.LABOUR,
                    new Label("小时", "hour"));
    static final PriceItem TAP =
            new PriceItem(
                    "TAP",
                    new Label("水龙头", "Tap"),
                    PriceItem.Kind.MATERIAL,
                    new Label("个", "piece"));
    static final PaidTerms TERMS = new PaidTerms(PaidTerms.Cover.PAID, 30);
    static final List<PaidLine> LINES =
            List.of(
                    new PaidLine(LABOUR, Rational.of(3, 2), Money.fen(8_000)),
                    new PaidLine(TAP, Rational.of(1, 1), Money.fen(6_650)));
    static final Money TOTAL = Money.fen(18_650);

    private Paid() {}

    static Instant after(int hours) {
        return QUOTED_AT.plus(Duration.ofHours(hours));
    }

    static Quote quote(List<PaidLine> lines, int hours) {
        return new Quote(UNIT, WANG, lines, after(hours), after(hours).plus(Duration.ofDays(7)));
    }

    static OwnerWord wang(int hours) {
        return new OwnerWord(WANG, after(hours), OwnerWord.Means.SIGNATURE);
    }

    static PaidWork quoted() {
        return PaidWork.of(TERMS, quote(LINES, 0));
    }

    static PaidWork consented() {
        return accepted(quoted().consent(wang(1), TOTAL));
    }

    static PaidWork done() {
        return accepted(consented().finish(LINES, after(2)));
    }

    static PaidWork rejected() {
        return accepted(done().answer(PaidAction.REJECT, wang(3)));
    }

    static PaidWork taken() {
        return accepted(done().answer(PaidAction.ACCEPT, wang(3)));
    }

    static Refund refund(long fen, int hours) {
        return new Refund(
                Money.fen(fen),
                "水龙头仍漏水",
                new Actor(new StaffId("sf_chen"), new PostKey("CS_SUPERVISOR"), "v1"),
                after(hours));
    }
}
