package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.server.Estate;
import dev.guanjia.server.RunningServer;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** What is copied is what is charged; what was charged before is not charged again. */
class OutcomeStoreTest {

    private static final ServicePeriod MAY = ServicePeriod.of(YearMonth.of(2024, 5));

    private final RunningServer server = RunningServer.shared();
    private final OutcomeStore outcomes = server.part(OutcomeStore.class);
    private final Estate estate = Estate.with(server, 3);
    private final RunKey run = new RunKey("default", estate.calculate("2024-05"));

    @Test
    void nothingIsChargedTwiceWhateverTheRunBelieved() {
        Charge one = charge(estate.unit(0));
        assertThat(add(one)).isEmpty();
        Charge again = charge(estate.unit(0));
        Charge other = charge(estate.unit(1));
        Charge last = charge(estate.unit(2));
        assertThat(add(other, again, last)).containsExactly(again.id());
        assertThat(kept()).containsExactlyInAnyOrder(one.id(), other.id(), last.id());
        assertThat(add(charge(estate.unit(1)))).hasSize(1);
        assertThat(kept()).hasSize(3);
    }

    @Test
    void theTaxIsKeptHoweverChargesAreAdded() {
        Tax six = new Tax(Tax.Kind.INCLUSIVE, Rational.of(3, 50));
        Charge copied = charge(estate.unit(0), six);
        add(copied);
        Charge alone = charge(estate.unit(1), six);
        assertThat(add(charge(estate.unit(0)), alone)).hasSize(1);
        assertThat(server.part(EnteringStore.class).next(run, 0, 10))
                .extracting(EnteringStore.Binding::event)
                .extracting(ChargeEntered::charge, ChargeEntered::taxed)
                .containsExactly(
                        tuple(copied.id(), new Taxed(Money.fen(943), Money.fen(57))),
                        tuple(alone.id(), new Taxed(Money.fen(943), Money.fen(57))));
    }

    @Test
    void whatOneRunGivesTwiceIsChargedOnce() {
        Charge[] many = new Charge[2_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = charge(estate.unit(i % 3));
        }
        assertThat(add(many)).hasSize(1_997);
        assertThat(kept()).hasSize(3);
    }

    @Test
    void aChargeOfAUnitOrARunThatDoesNotExistIsRefusedAndTheyStay() {
        assertThatThrownBy(() -> add(charge("un_00000000000000000000")))
                .isInstanceOf(DataIntegrityViolationException.class);
        RunKey none = new RunKey("default", "br_00000000000000000000");
        Charge sound = charge(estate.unit(0));
        assertThatThrownBy(() -> add(none, sound))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(kept()).isEmpty();
        refused("delete from unit where id = '" + estate.unit(0) + "'");
        refused("update unit set id = 'un_1' where id = '" + estate.unit(0) + "'");
        refused("delete from bill_run where id = '" + run.id() + "'");
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> server.db().sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    private List<ChargeId> kept() {
        return server
                .db()
                .sql("select id from charge where bill_run_id = :run")
                .param("run", run.id())
                .query(String.class)
                .list()
                .stream()
                .map(ChargeId::new)
                .toList();
    }

    private Set<ChargeId> add(Charge... charges) {
        return add(run, charges);
    }

    private Set<ChargeId> add(RunKey key, Charge... charges) {
        Set<ChargeId> twice = new HashSet<>();
        server.inTransaction(
                () -> twice.addAll(outcomes.add(key, List.of(charges), new WrittenTraces())));
        return twice;
    }

    private static Charge charge(String unit) {
        return charge(unit, Tax.NONE);
    }

    private static Charge charge(String unit, Tax tax) {
        ChargeSegment segment =
                new ChargeSegment(
                        new TariffId("tf_1"),
                        MAY,
                        new Quantity.Itself(ChargeBasis.UNIT),
                        null,
                        new Rate(Rational.of(10, 1)),
                        Rational.ONE,
                        List.of());
        return new Charge(
                new ChargeId(Ids.next("ch")),
                new ChargeKey(new UnitId(unit), new FeeItemId("PROPERTY_SERVICE"), MAY),
                Payer.owner(new OwnerId("ow_1")),
                Money.fen(1_000),
                LocalDate.of(2024, 5, 28),
                new ChargeTrace(
                        List.of(segment), Rational.ZERO, RoundingPolicy.STANDARD, tax, Money.CNY));
    }
}
