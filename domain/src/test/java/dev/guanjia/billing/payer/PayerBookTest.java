package dev.guanjia.billing.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.Dated;
import dev.guanjia.property.tenure.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerBookTest {

    private static final UnitId UNIT = new UnitId("un_1");
    private static final DateRange MARCH = DateRange.of(YearMonth.of(2026, 3));
    private static final Timeline<OwnerId> SOLD =
            new Timeline<>(
                    List.of(
                            new Dated<>(new OwnerId("ow_1"), day("2026-01-01")),
                            new Dated<>(new OwnerId("ow_2"), day("2026-03-16"))));
    private static final PayerBook OWNERS = new PayerBook(UNIT, SOLD, List.of());
    private static final PayerTerm LEASE = term("*/OCCUPANT:oc_1/2026-02-10/-");
    private static final PayerTerm WATER =
            term(Billing.WATER + "/OCCUPANT:oc_2/2026-03-11/2026-03-21");

    @Test
    void aTransferOnTheSixteenthCutsTheMonthThere() {
        assertThat(pieces(OWNERS, Billing.SERVICE))
                .isEqualTo(
                        "2026-03-01 to 2026-03-15 OWNER:ow_1, 2026-03-16 to 2026-03-31 OWNER:ow_2");
    }

    @Test
    void theTermOfAFeeBeatsTheOneForEveryFeeWhichBeatsTheOwner() {
        PayerBook book = book(LEASE, WATER);
        assertThat(pieces(book, Billing.SERVICE))
                .isEqualTo("2026-03-01 to 2026-03-31 OCCUPANT:oc_1");
        assertThat(pieces(book, Billing.WATER))
                .isEqualTo(
                        "2026-03-01 to 2026-03-10 OCCUPANT:oc_1,"
                                + " 2026-03-11 to 2026-03-20 OCCUPANT:oc_2,"
                                + " 2026-03-21 to 2026-03-31 OCCUPANT:oc_1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025-12-31, nobody",
        "2026-01-01, OWNER:ow_1",
        "2026-02-09, OWNER:ow_1",
        "2026-02-10, OCCUPANT:oc_1",
        "2026-03-15, OCCUPANT:oc_1",
        "2026-03-31, OCCUPANT:oc_1",
        "2026-04-01, OWNER:ow_2"
    })
    void afterALeaseTheOwnerOfTheDayPays(LocalDate day, String expected) {
        PayerBook book =
                book(LEASE).end(LEASE, day("2026-04-01")).fold(ended -> ended, why -> OWNERS);
        assertThat(book.payer(Billing.SERVICE, day).map(Payer::toString).orElse("nobody"))
                .isEqualTo(expected);
    }

    @Test
    void daysForWhichNobodyIsKnownAreNamedAndNobodyIsMadeUp() {
        DateRange year = new DateRange(day("2025-12-01"), day("2026-02-01"));
        PayerBook early = book(term("*/OCCUPANT:oc_1/2025-12-10/2025-12-12"));
        List<String> why =
                early.payers(Billing.SERVICE, year)
                        .fold(Stream::of, reasons -> reasons.stream().map(PayerBookTest::worded))
                        .map(Object::toString)
                        .toList();
        assertThat(why)
                .containsExactly(
                        "Nobody is known to pay PROPERTY_SERVICE of unit un_1 for 2025-12-01 to"
                                + " 2025-12-09.",
                        "Nobody is known to pay PROPERTY_SERVICE of unit un_1 for 2025-12-12 to"
                                + " 2025-12-31.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "*/OCCUPANT:oc_9/2026-01-01/2026-02-10, 2",
        "*/OCCUPANT:oc_9/2026-01-01/2026-02-11, payer-terms-overlap",
        "*/OCCUPANT:oc_9/2026-01-01/-, payer-terms-overlap",
        "*/OCCUPANT:oc_9/2026-02-10/2026-02-11, payer-terms-overlap",
        "*/OCCUPANT:oc_9/2030-01-01/-, payer-terms-overlap",
        "*/OCCUPANT:oc_1/2026-02-11/2026-03-01, payer-terms-overlap",
        "*/OCCUPANT:oc_1/2026-02-10/-, 1",
        "CLEANING/OCCUPANT:oc_9/2026-02-10/-, 2"
    })
    void twoPayersForOneFeeAndDayAreRefused(String added, String answer) {
        String said =
                book(LEASE)
                        .add(term(added))
                        .fold(b -> "" + b.terms().size(), why -> why.get(0).code().key());
        assertThat(said).isEqualTo(answer);
    }

    @Test
    void allOverlapsOfAListNameBothRows() {
        PayerTerm next = term("*/OWNER:ow_1/2026-05-01/2026-06-01");
        assertThat(refusals(PayerBook.of(UNIT, SOLD, List.of(LEASE, WATER, next, WATER))))
                .containsExactly(
                        "Row 3 lets OWNER:ow_1 pay * of unit un_1 for 2026-05-01 to 2026-05-31; row"
                                + " 1 already lets OCCUPANT:oc_1 pay it for 2026-02-10 on.",
                        "Row 4 lets OCCUPANT:oc_2 pay %1$s of unit un_1 for %2$s; row 2 already lets OCCUPANT:oc_2 pay it for %2$s."
                                .formatted(Billing.WATER, "2026-03-11 to 2026-03-20"));
        assertThat(refusals(book(LEASE).add(next))).hasSize(1).first().asString().contains("Row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(LEASE, next))
                .withMessageStartingWith("two payers for one day");
    }

    @Test
    void aTermEndsNoEarlierThanItStartsAndIsNeverMadeLonger() {
        assertThat(refusals(book(LEASE).end(LEASE, day("2026-02-09"))))
                .containsExactly(
                        "The term of OCCUPANT:oc_1 for * of unit un_1 (2026-02-10 on) cannot end"
                                + " before 2026-02-09: it would have no day.");
        assertThat(refusals(book(WATER).end(WATER, day("2026-03-21"))))
                .containsExactly(
                        "The term of OCCUPANT:oc_2 for "
                                + Billing.WATER
                                + " of unit un_1 (2026-03-11 to 2026-03-20) ends no later than"
                                + " 2026-03-21; it cannot be given that end.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OWNERS.end(LEASE, day("2026-04-01")))
                .withMessageStartingWith("no such term");
    }

    @Test
    void aTenantWhoLeavesEarlyPaysToTheDayAndATermByMistakeNobody() {
        PayerBook left =
                book(WATER).end(WATER, day("2026-03-15")).fold(ended -> ended, why -> OWNERS);
        assertThat(pieces(left, Billing.WATER))
                .isEqualTo(
                        "2026-03-01 to 2026-03-10 OWNER:ow_1,"
                                + " 2026-03-11 to 2026-03-14 OCCUPANT:oc_2,"
                                + " 2026-03-15 to 2026-03-15 OWNER:ow_1,"
                                + " 2026-03-16 to 2026-03-31 OWNER:ow_2");
        PayerBook withdrawn =
                book(WATER).end(WATER, day("2026-03-11")).fold(ended -> ended, why -> OWNERS);
        assertThat(withdrawn.terms()).singleElement().matches(PayerTerm::isWithdrawn);
        assertThat(pieces(withdrawn, Billing.WATER)).isEqualTo(pieces(OWNERS, Billing.WATER));
        PayerTerm other = term(Billing.WATER + "/OCCUPANT:oc_3/2026-03-01/2026-04-01");
        assertThat(withdrawn.add(other).fold(PayerBook::terms, why -> List.of())).hasSize(2);
        assertThat(refusals(OWNERS.add(term("*/OWNER:ow_1/2026-05-01/2026-05-01"))))
                .containsExactly(
                        "The term of OWNER:ow_1 for * of unit un_1 (none) cannot end before"
                                + " 2026-05-01: it would have no day.");
    }

    @Test
    void aTermIsOfTheUnitAndDoesNotEndBeforeItStarts() {
        PayerBook other = new PayerBook(new UnitId("un_2"), SOLD, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.add(LEASE))
                .withMessageStartingWith("term is not of un_2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> term("*/OWNER:ow_1/2026-05-01/2026-04-30"))
                .withMessage("term of OWNER:ow_1 ends before it starts: 2026-05-01 to 2026-04-30");
    }

    private static PayerBook book(PayerTerm... terms) {
        return new PayerBook(UNIT, SOLD, List.of(terms));
    }

    /** Item, payer, first day and day after the last; {@code *} for every item. */
    private static PayerTerm term(String text) {
        String[] part = text.split("/");
        return new PayerTerm(
                UNIT,
                part[0].equals("*") ? null : new FeeItemId(part[0]),
                Payer.parse(part[1]),
                day(part[2]),
                part[3].equals("-") ? null : day(part[3]));
    }

    private static String pieces(PayerBook book, FeeItemId item) {
        return book.payers(item, MARCH)
                .fold(
                        pieces ->
                                String.join(
                                        ", ",
                                        pieces.stream()
                                                .map(piece -> piece.days() + " " + piece.value())
                                                .toList()),
                        Object::toString);
    }

    private static List<String> refusals(Decision<PayerBook> decision) {
        return decision.fold(
                book -> List.of(book.toString()),
                why -> why.stream().map(PayerBookTest::worded).toList());
    }

    private static String worded(Refusal reason) {
        return Wording.of(reason, Language.EN);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
