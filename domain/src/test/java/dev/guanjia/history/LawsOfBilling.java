package dev.guanjia.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.share.Apportionment;
import dev.guanjia.billing.share.Share;
import dev.guanjia.billing.share.ShareBook;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.property.meter.MeterHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What holds of charges, whatever was done before. */
final class LawsOfBilling {

    private LawsOfBilling() {}

    static List<MeterSpan> spans(Charge charge) {
        return charge.trace().segments().stream()
                .flatMap(segment -> segment.quantity().spans().stream())
                .toList();
    }

    static void sharesAreThePool(Apportionment cut) {
        assertThat(cut.shares().stream().map(Share::amount).reduce(Till.NONE, Money::plus))
                .as("the shares of %s", cut.pool())
                .isEqualTo(cut.pool().amount());
    }

    static void noMoreThanThePoolIsCharged(ShareBook shares, List<Charge> standing) {
        for (Apportionment cut : shares.standing().values()) {
            Money charged =
                    standing.stream()
                            .filter(one -> one.key().feeItem().equals(cut.pool().item()))
                            .filter(one -> cut.pool().period().overlaps(one.key().period()))
                            .map(Charge::amount)
                            .reduce(Till.NONE, Money::plus);
            assertThat(charged).as("of %s", cut.pool()).isLessThanOrEqualTo(cut.pool().amount());
        }
    }

    static void progressIs(BillRunProgress progress, List<Charge> draft) {
        assertThat(progress.isComplete()).isTrue();
        assertThat(progress.charged()).isEqualTo(draft.size());
        assertThat(progress.total())
                .isEqualTo(draft.stream().map(Charge::amount).reduce(Till.NONE, Money::plus));
    }

    static void nothingWasReadAgain(List<MeterHistory> before, List<Home> homes) {
        assertThat(homes.stream().map(Home::meter).toList()).isEqualTo(before);
    }

    static void nothingIsNew(List<Charge> again) {
        assertThat(again).as("charges of the same run, calculated again").isEmpty();
    }

    static void replacesNoOtherDays(Charge old, List<Charge> next) {
        ServicePeriod days = old.key().period();
        assertThat(next).isNotEmpty();
        for (Charge charge : next) {
            assertThat(charge.replaces()).isEqualTo(old.id());
            assertThat(days.start()).isBeforeOrEqualTo(charge.key().period().start());
            assertThat(days.end()).isAfterOrEqualTo(charge.key().period().end());
        }
    }

    /** No day of a unit and fee item is under two charges that stand. */
    static void noDayIsChargedTwice(List<Charge> standing) {
        Map<ChargeKey, LocalDate> until = new HashMap<>();
        standing.stream()
                .flatMap(LawsOfBilling::charged)
                .sorted((one, other) -> one.period().compareTo(other.period()))
                .forEach(
                        key -> {
                            ServicePeriod ever = new ServicePeriod(LocalDate.MIN, LocalDate.MAX);
                            ChargeKey line =
                                    new ChargeKey(key.unit(), key.feeItem(), ever, key.order());
                            LocalDate last = until.put(line, key.period().end());
                            if (last != null) {
                                assertThat(key.period().start())
                                        .as("second charge of %s", key)
                                        .isAfterOrEqualTo(last);
                            }
                        });
    }

    /** A late charge is for the days of its lines: those between may be another's. */
    private static Stream<ChargeKey> charged(Charge charge) {
        ChargeKey key = charge.key();
        return charge.trace().segments().get(0).quantity() instanceof Quantity.Late late
                ? late.lines().stream()
                        .map(line -> ServicePeriod.of(line.days()))
                        .map(days -> new ChargeKey(key.unit(), key.feeItem(), days, key.order()))
                : Stream.of(key);
    }

    /** A trace gives its amount again. */
    static void tracesRecompute(List<Charge> ever) {
        for (Charge charge : ever) {
            assertThat(charge.trace().recompute().gross())
                    .as("%s", charge)
                    .isEqualTo(charge.amount());
        }
    }

    /** Later versions, owners, payers, areas change nothing of a month; true where it was seen. */
    static boolean replaysTheSame(Runs.Kept kept, TariffBook now) {
        LocalDate end = end(kept);
        boolean later = false;
        for (Tariff tariff : now.tariffs()) {
            if (!kept.tariffs().tariffs().contains(tariff)) {
                later = true;
                if (tariff.from().isBefore(end)) {
                    return false;
                }
            }
        }
        Map<ChargeKey, ChargeId> names = new HashMap<>();
        List<Charge> made = new ArrayList<>();
        kept.said()
                .forEach(
                        outcome ->
                                outcome.fold(
                                        one -> made.add(one.charge()),
                                        same -> false,
                                        skipped -> false));
        made.forEach(charge -> names.put(charge.key(), charge.id()));
        UnitFacts facts = facts(kept, end);
        assertThat(
                        Runs.calculation(now, kept.month())
                                .outcomes(facts, key -> Objects.requireNonNull(names.get(key))))
                .as("%s of %s again", kept.month(), kept.home().unit.id())
                .isEqualTo(kept.said());
        return later || !facts.equals(kept.facts());
    }

    private static LocalDate end(Runs.Kept kept) {
        return kept.said().stream()
                .map(BillOutcome::key)
                .map(key -> key.period().end())
                .reduce(
                        kept.month().plusMonths(1).atDay(1),
                        (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The unit as it is told now, where all that was told since is of days after a day. */
    private static UnitFacts facts(Runs.Kept kept, LocalDate end) {
        UnitFacts then = kept.facts();
        Home home = kept.home();
        boolean same =
                home.history()
                                .stretches(until(then, end))
                                .equals(then.history().stretches(until(then, end)))
                        && home.payers().terms().stream()
                                .allMatch(
                                        term ->
                                                then.payers().terms().contains(term)
                                                        || !term.from().isBefore(end));
        return same
                ? new UnitFacts(
                        then.unit(),
                        home.history(),
                        home.payers(),
                        then.meters(),
                        then.existing(),
                        then.particulars())
                : then;
    }

    private static DateRange until(UnitFacts then, LocalDate end) {
        LocalDate start = then.history().use().start();
        return new DateRange(start, end.isAfter(start) ? end : start.plusDays(1));
    }
}
