package dev.guanjia.history;

import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.billing.payer.PayerTerm;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import dev.guanjia.property.meter.Register;
import dev.guanjia.property.meter.RegisterChange;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.List;

/** One unit with all that people told of it, in the order in which they told it. */
final class Home {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    final Unit unit;
    private final Story story;
    private UnitHistory history;
    private PayerBook payers;
    private MeterHistory meter;

    Home(int number, LocalDate since, Story story) {
        this.story = story;
        UnitId id = new UnitId("un_" + number);
        Rational area = Rational.of(4_500 + 1_377 * number, 100);
        unit =
                new Unit(
                        id,
                        new BuildingId("bd_1"),
                        "1-10" + number,
                        UnitUse.RESIDENTIAL,
                        area,
                        new OwnerId("ow_" + number));
        history = UnitHistory.since(unit, Vacancy.OCCUPIED, since);
        payers = new PayerBook(id, history.owner(), List.of());
        MeterId own = new MeterId("mt_" + number);
        meter =
                new MeterHistory(
                        new Meter(own, id, MeterKind.WATER, "W" + number, FIRST, Rational.ZERO),
                        List.of());
    }

    UnitHistory history() {
        return history;
    }

    PayerBook payers() {
        return payers;
    }

    MeterHistory meter() {
        return meter;
    }

    void sell(Move move, LocalDate on) {
        OwnerId buyer = new OwnerId(story.name("ow"));
        Decision<UnitHistory> sold = history.withOwner(buyer, on);
        story.decide(move.act(), unit.id() + " to " + buyer + " from " + on, sold, this::sold);
    }

    private void sold(UnitHistory after) {
        PayerBook.of(unit.id(), after.owner(), payers.terms())
                .fold(
                        book -> {
                            history = after;
                            payers = book;
                            return true;
                        },
                        reasons -> false);
    }

    void let(Move move, LocalDate from, LocalDate until) {
        Payer tenant = Payer.occupant(new OccupantId(story.name("oc")));
        PayerTerm term =
                new PayerTerm(
                        unit.id(),
                        move.size() % 2 == 0 ? null : Village.item(move.size() / 2),
                        tenant,
                        from,
                        until);
        story.decide(move.act(), term.toString(), payers.add(term), book -> payers = book);
    }

    void empty(Move move, LocalDate on) {
        Vacancy vacancy = Vacancy.values()[move.size() % 2];
        String what = unit.id() + " " + vacancy + " from " + on;
        story.decide(move.act(), what, history.withVacancy(vacancy, on), after -> history = after);
    }

    void survey(Move move, LocalDate on) {
        Rational area = Rational.of(50 + move.size() % 80, 1);
        String what = unit.id() + " has " + area + " from " + on;
        story.decide(move.act(), what, history.withArea(area, on), after -> history = after);
    }

    /** What the register shows on a day: some use each day, told by the day alone. */
    private Rational shown(LocalDate on, int noise) {
        long used = 3 * (on.toEpochDay() - FIRST.toEpochDay()) + noise;
        long before =
                meter.changes().stream()
                        .filter(change -> change.day().isBefore(on))
                        .reduce((one, other) -> other)
                        .map(change -> 3 * (change.day().toEpochDay() - FIRST.toEpochDay()))
                        .orElse(0L);
        return Rational.of(Math.max(0, used - before), 10);
    }

    /** The same reading told again stays one reading. */
    void read(Move move, LocalDate on) {
        Reading reading =
                new Reading(
                        new ReadingId(story.name("rd")),
                        meter.meter().id(),
                        on,
                        shown(on, move.size() % 3),
                        ReadingSource.READ);
        story.decide(move.act(), said(reading), meter.record(reading, story.today()), this::keep);
    }

    private void keep(Reading reading) {
        if (!meter.readings().contains(reading)) {
            meter = meter.with(reading);
        }
    }

    private static String said(Reading reading) {
        return reading.id()
                + " of "
                + reading.meter()
                + " on "
                + reading.readOn()
                + ": "
                + reading.value()
                + (reading.corrects() == null ? "" : " for " + reading.corrects());
    }

    void correct(Move move) {
        List<Reading> standing = meter.standing();
        if (standing.isEmpty()) {
            return;
        }
        correct(move, standing.get(move.which() % standing.size()));
    }

    /** What stands for the day of a reading that was billed was wrong. */
    void misread(Move move, ReadingId billed) {
        LocalDate day =
                meter.readings().stream()
                        .filter(reading -> reading.id().equals(billed))
                        .findFirst()
                        .orElseThrow()
                        .readOn();
        correct(move, meter.latestBefore(day.plusDays(1)).orElseThrow());
    }

    private void correct(Move move, Reading wrong) {
        Reading reading =
                new Reading(
                        new ReadingId(story.name("rd")),
                        wrong.meter(),
                        wrong.readOn(),
                        shown(wrong.readOn(), move.size() % 40 - 20),
                        ReadingSource.CORRECTED,
                        false,
                        wrong.id());
        story.decide(move.act(), said(reading), meter.record(reading, story.today()), this::keep);
    }

    void replace(Move move, LocalDate on) {
        Register next = new Register(story.name("W"), Rational.ZERO, 0);
        RegisterChange change = new RegisterChange(on, shown(on, 2), next);
        story.decide(move.act(), change.toString(), meter.change(change), after -> meter = after);
    }
}
