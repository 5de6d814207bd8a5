package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.ASSISTANT;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.moved;
import static dev.guanjia.workorder.WorkOrders.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.ComplaintRow.Answer;
import dev.guanjia.workorder.ComplaintRow.Verdict;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant LATER = RECEIVED.plusSeconds(86_400);
    private static final String HANDLED = "VALIDATE ASSIGN START RESOLVE";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,                                          PENDING,   PENDING
                    VALIDATE,                                   VALID,     PENDING
                    REJECT,                                     INVALID,   PENDING
                    REJECT CLOSE,                               INVALID,   PENDING
                    CANCEL,                                     WITHDRAWN, PENDING
                    CLOSE_ADMINISTRATIVELY,                     WITHDRAWN, PENDING
                    VALIDATE CANCEL,                            VALID,     PENDING
                    VALIDATE CLOSE_ADMINISTRATIVELY,            VALID,     PENDING
                    + CLOSE_ADMINISTRATIVELY,                   VALID,     PENDING
                    + ,                                         VALID,     PENDING
                    + CALL_BACK_SATISFIED,                      VALID,     SATISFIED
                    + CALL_BACK_SATISFIED CLOSE,                VALID,     SATISFIED
                    + CALL_BACK_UNSATISFIED,                    VALID,     UNSATISFIED
                    + CALL_BACK_UNSATISFIED START RESOLVE,      VALID,     UNSATISFIED
                    """)
    void aComplaintCountsByWhatBecameOfIt(
            @Nullable String actions, Verdict verdict, Answer answer) {
        String steps = actions == null ? "" : actions.replace("+", HANDLED).trim();
        History history = told(WorkOrderKind.COMPLAINT, new Due.Given(RECEIVED));
        for (String action : steps.isEmpty() ? List.<String>of() : List.of(steps.split(" ", -1))) {
            history = history.with(moved(history.order(), WorkOrderAction.valueOf(action), 10));
        }
        ComplaintRow row = ComplaintRow.of(history, SHANGHAI, LATER);
        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.answer()).isEqualTo(answer);
        assertThat(row.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(row.timeliness()).isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void whatHappensAfterTheMomentOfCountingDoesNotCount() {
        History told = told(WorkOrderKind.COMPLAINT, new Due.Unlimited());
        WorkOrderEvent worse =
                accepted(
                        told.order()
                                .reclass(
                                        Severity.MAJOR,
                                        act(
                                                ASSISTANT,
                                                "CS_ASSISTANT",
                                                RECEIVED.plusSeconds(60),
                                                "a crowd")));
        History ruled = told.with(worse);
        ruled = ruled.with(moved(ruled.order(), WorkOrderAction.VALIDATE, 1));
        assertThat(at(ruled, 59))
                .isEqualTo(at(told, 59))
                .extracting(ComplaintRow::severity)
                .isEqualTo(Severity.NORMAL);
        assertThat(at(ruled, 60).severity()).isEqualTo(Severity.MAJOR);
        assertThat(at(ruled, 119).verdict()).isEqualTo(Verdict.PENDING);
        assertThat(at(ruled, 120).verdict()).isEqualTo(Verdict.VALID);
    }

    private static ComplaintRow at(History history, int seconds) {
        return ComplaintRow.of(history, SHANGHAI, RECEIVED.plusSeconds(seconds));
    }

    @Test
    void aRepairIsNoComplaint() {
        History repair = told(WorkOrderKind.REPAIR, new Due.Unlimited());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplaintRow.of(repair, SHANGHAI, LATER));
    }

    /** 06 A-61: a verdict is given by somebody; what another system handled has none. */
    @ParameterizedTest
    @CsvSource({"HANDLED, PENDING", "INVALID, INVALID", "ADMINISTRATIVE, WITHDRAWN"})
    void whatWasTakenOverIsValidOnlyByAVerdict(WorkOrderOutcome outcome, Verdict verdict) {
        History told = told(WorkOrderKind.COMPLAINT, new Due.Unlimited());
        WorkOrderState end =
                outcome == WorkOrderOutcome.ADMINISTRATIVE
                        ? WorkOrderState.CLOSED_ADMINISTRATIVELY
                        : WorkOrderState.CLOSED;
        History imported = told.with(new WorkOrderEvent.Imported(end, outcome, LATER));
        assertThat(ComplaintRow.of(imported, SHANGHAI, LATER).verdict()).isEqualTo(verdict);
    }

    private static History told(WorkOrderKind kind, Due due) {
        return new History(received(kind, due), List.of());
    }

    @Property
    void thePartsAreTheWhole(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9999) Integer> picks) {
        List<ComplaintRow> rows = new ArrayList<>();
        for (int i = 0; i < picks.size(); i++) {
            rows.add(row(i, picks.get(i)));
        }
        ComplaintStatistics all = new ComplaintStatistics(rows);
        holds(all);
        assertThat(all.total().size() + all.ruled(Verdict.WITHDRAWN).size()).isEqualTo(rows.size());
        for (var parts :
                List.of(
                        all.by(ComplaintRow::month),
                        all.by(ComplaintRow::channel),
                        all.by(ComplaintRow::severity))) {
            parts.values().forEach(ComplaintsTest::holds);
            assertThat(parts.values().stream().mapToInt(part -> part.total().size()).sum())
                    .isEqualTo(all.total().size());
            assertThat(parts.values().stream().mapToInt(part -> part.overdue().size()).sum())
                    .isEqualTo(all.overdue().size());
        }
    }

    private static void holds(ComplaintStatistics part) {
        List<ComplaintRow> valid = part.ruled(Verdict.VALID);
        assertThat(
                        valid.size()
                                + part.ruled(Verdict.INVALID).size()
                                + part.ruled(Verdict.PENDING).size())
                .isEqualTo(part.total().size());
        assertThat(
                        part.answered(Answer.SATISFIED).size()
                                + part.answered(Answer.UNSATISFIED).size()
                                + part.answered(Answer.PENDING).size())
                .isEqualTo(valid.size());
        assertThat(valid).containsAll(part.overdue());
        assertThat(part.ruled(Verdict.PENDING)).containsAll(part.overdue(Verdict.PENDING));
    }

    @Test
    void ratesAreOfTheValidAndOfThoseWhoAnswered() {
        ComplaintStatistics two =
                new ComplaintStatistics(
                        List.of(
                                rated(1, Verdict.VALID, Answer.SATISFIED, Timeliness.OVERDUE),
                                rated(2, Verdict.VALID, Answer.PENDING, Timeliness.ON_TIME),
                                rated(3, Verdict.PENDING, Answer.PENDING, Timeliness.OVERDUE)));
        assertThat(two.timely()).contains(Rational.of(1, 2));
        assertThat(two.satisfaction()).contains(Rational.ONE);
        assertThat(two.overdue(Verdict.PENDING)).hasSize(1);
        assertThat(new ComplaintStatistics(List.of()).timely()).isEmpty();
        assertThat(new ComplaintStatistics(List.of()).satisfaction()).isEmpty();
    }

    private static ComplaintRow rated(
            int number, Verdict verdict, Answer answer, Timeliness timeliness) {
        return new ComplaintRow(
                        new WorkOrderId("wo_" + number),
                        YearMonth.of(2026, 1),
                        "PHONE",
                        Severity.NORMAL,
                        verdict,
                        answer,
                        Timeliness.NO_LIMIT)
                .judged(timeliness);
    }

    @Test
    void aComplaintCountsOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplaintStatistics(List.of(row(1, 1), row(1, 2))));
    }

    @Test
    void everyChannelOfTheSourcesIsARow() {
        assertThat(Channel.all())
                .extracting(Channel::key)
                .contains("VISIT", "PHONE", "GM_HOTLINE", "LETTER", "FIRE_CONTROL_PHONE", "PATROL")
                .hasSize(15);
        String header = String.join(",", Channel.COLUMNS) + "\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () ->
                                Channel.read(
                                        Table.parse(
                                                "c.csv",
                                                header + "fax,传真,Fax,yes,,own\n",
                                                Channel.COLUMNS)))
                .withMessageContaining("c.csv:2 channel");
    }

    private static ComplaintRow row(int number, int pick) {
        return new ComplaintRow(
                new WorkOrderId("wo_" + number),
                YearMonth.of(2026, 1 + pick % 3),
                pick % 2 == 0 ? "PHONE" : "LETTER",
                Severity.values()[pick / 6 % 4],
                Verdict.values()[pick / 24 % 4],
                Answer.values()[pick / 96 % 3],
                Timeliness.values()[pick / 288 % 3]);
    }
}
