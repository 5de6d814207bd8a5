package dev.guanjia.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Language;
import dev.guanjia.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city's export brought in over HTTP, and compared row by row. */
class ServiceRequestFileTest {

    private static final Instant AS_OF = Instant.parse("2016-01-13T05:00:00Z");

    private final RunningServer server = RunningServer.shared().withCompany();

    @TempDir private Path folder;

    /** What a run printed. */
    private record Run(boolean agreed, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    @Test
    void stateAndVerdictAreComparedAndExclusionChangesOnlyTheRate() {
        RequestRow invalid = RequestRow.closed().with("CLOSURE_REASON", "Case Closed Invalid");
        RequestRow late =
                RequestRow.closed()
                        .with("CLOSED_DT", "03/05/2015 10:00:01 AM")
                        .with("OnTime_Status", "OVERDUE")
                        .with("CLOSURE_REASON", "Case Closed ADCLSD");
        RequestRow free = RequestRow.open().with("TARGET_DT", "").with("OnTime_Status", "ONTIME");
        Run run = run(RequestRow.closed(), RequestRow.open(), invalid, late, free);
        assertThat(run.last()).isEqualTo("rows 5, agree 5, excluded 2, differ 0");
        assertThat(run.agreed()).isTrue();
        assertThat(run.lines())
                .contains(
                        "Not measured, for want of a due time: 1",
                        "In time, of those with a due time that are not excluded: 1 of 2");
        assertThat(run.text()).doesNotContain("refused");
    }

    @Test
    void aColumnThatSaysOtherwiseIsNamedEvenWithoutADueTime() {
        RequestRow status = RequestRow.closed().with("CASE_STATUS", "Open").with("TARGET_DT", "");
        RequestRow both =
                RequestRow.open().with("CASE_STATUS", "Closed").with("OnTime_Status", "ONTIME");
        Run run = run(RequestRow.closed(), status, both);
        assertThat(run.last()).isEqualTo("rows 3, agree 1, excluded 0, differ 2");
        assertThat(run.agreed()).isFalse();
        assertThat(run.lines())
                .contains(
                        "  line 3, " + status.id() + ": CASE_STATUS is Open, we find Closed",
                        "  line 4, "
                                + both.id()
                                + ": CASE_STATUS is Closed, we find Open;"
                                + " OnTime_Status is ONTIME, we find OVERDUE");
    }

    @Test
    void whatEndedAfterTheMomentWasOpenThen() {
        RequestRow row = RequestRow.closed();
        RequestRow then =
                RequestRow.closed()
                        .with("CASE_ENQUIRY_ID", row.id())
                        .with("CASE_STATUS", "Open")
                        .with("OnTime_Status", "ONTIME");
        assertThat(run(row).last()).isEqualTo("rows 1, agree 1, excluded 0, differ 0");
        Path file = RequestRow.file(folder, then);
        assertThat(run(file, Instant.parse("2015-03-03T14:59:59Z")).last())
                .isEqualTo("rows 1, agree 1, excluded 0, differ 0");
    }

    @Test
    void aRefusedRowIsNamedAndTheOthersComeIn() {
        RequestRow before = RequestRow.closed().with("CLOSED_DT", "03/02/2015 09:59:59 AM");
        RequestRow longer = RequestRow.closed().with("TYPE", "x".repeat(201));
        RequestRow soon = RequestRow.open().with("OPEN_DT", "03/02/2915 10:00:00 AM");
        RequestRow wrong = RequestRow.open().with("TARGET_DT", "some day");
        Run run = run(RequestRow.closed(), before, RequestRow.open(), longer, soon, wrong);
        assertThat(run.last()).isEqualTo("rows 6, agree 2, excluded 0, differ 4");
        assertThat(run.agreed()).isFalse();
        assertThat(run.lines())
                .anyMatch(line -> line.startsWith("refused 4"))
                .anyMatch(
                        line ->
                                line.startsWith("  line 3, " + before.id())
                                        && line.contains("2015-03-02T14:59:59Z"))
                .anyMatch(line -> line.startsWith("  line 5, " + longer.id() + ": TYPE: "))
                .anyMatch(line -> line.startsWith("  line 6, " + soon.id() + ": OPEN_DT: "))
                .anyMatch(line -> line.startsWith("  line 7, " + wrong.id() + ": TARGET_DT is no"));
        assertThat(stored(before) + stored(longer) + stored(soon) + stored(wrong)).isZero();
    }

    @Test
    void theSameNumberTwiceIsOneOrderUnlessItSaysSomethingElse() {
        RequestRow row = RequestRow.open();
        RequestRow other =
                RequestRow.open()
                        .with("CASE_ENQUIRY_ID", row.id())
                        .with("OPEN_DT", "03/01/2015 10:00:00 AM");
        Run run = run(row, row, other);
        assertThat(run.last()).isEqualTo("rows 3, agree 2, excluded 0, differ 1");
        assertThat(run.lines())
                .contains("refused 1, which therefore do not agree:")
                .anyMatch(line -> line.startsWith("  line 4, " + row.id() + ": "));
        assertThat(stored(row)).isOne();
    }

    @Test
    void aSecondRunChangesNothing() {
        RequestRow row = RequestRow.closed();
        List<Object> rows = new ArrayList<>(List.of(row, RequestRow.open()));
        String once = run(rows.toArray()).last();
        assertThat(run(rows.toArray()).last()).isEqualTo(once);
        rows.add(0, RequestRow.open());
        assertThat(run(rows.toArray()).last()).isEqualTo("rows 3, agree 3, excluded 0, differ 0");
        assertThat(stored(row)).isOne();
    }

    @Test
    void filesOfOneRunAreRuledOneByOneAndOneThatDiffersIsEnough() {
        Path wrong = RequestRow.file(folder, RequestRow.closed().with("CASE_STATUS", "Open"));
        ServiceRequests differs =
                ServiceRequests.read(wrong, english(OutputStream.nullOutputStream()));
        Path right = RequestRow.file(folder, RequestRow.closed(), RequestRow.open());
        ServiceRequests agrees =
                ServiceRequests.read(right, english(OutputStream.nullOutputStream()));
        Run run = run(List.of(differs, agrees), AS_OF, server.administratorToken());
        assertThat(run.agreed()).isFalse();
        assertThat(run.lines().stream().filter(line -> line.startsWith("rows ")))
                .containsExactly(
                        "rows 1, agree 0, excluded 0, differ 1",
                        "rows 2, agree 2, excluded 0, differ 0");
        assertThat(run.lines().get(0)).isEqualTo(wrong + ": 1 service requests");
        assertThat(run(List.of(agrees, agrees), AS_OF, server.administratorToken()).agreed())
                .isTrue();
    }

    @Test
    void aDueTimeBeforeTheOpeningIsTakenAndMissed() {
        RequestRow early =
                RequestRow.closed()
                        .with("TARGET_DT", "03/02/2015 09:00:00 AM")
                        .with("OnTime_Status", "OVERDUE");
        assertThat(run(early).last()).isEqualTo("rows 1, agree 1, excluded 0, differ 0");
    }

    @Test
    void theHoursAroundTheChangeOfClocksAgree() {
        RequestRow missing =
                RequestRow.closed()
                        .with("OPEN_DT", "03/08/2015 01:59:00 AM")
                        .with("TARGET_DT", "03/08/2015 03:30:00 AM")
                        .with("CLOSED_DT", "03/08/2015 02:30:00 AM");
        RequestRow twice =
                RequestRow.closed()
                        .with("OPEN_DT", "11/01/2015 01:50:00 AM")
                        .with("TARGET_DT", "11/01/2015 01:20:00 AM")
                        .with("CLOSED_DT", "11/01/2015 01:10:00 AM");
        assertThat(run(missing, twice).last()).isEqualTo("rows 2, agree 2, excluded 0, differ 0");
    }

    @Test
    void aTypeOfUnknownDaysIsSaidToBeOne() {
        Run run = run(RequestRow.open().with("TYPE", "Leak,\n\"big\""));
        assertThat(run.last()).isEqualTo("rows 1, agree 1, excluded 0, differ 0");
        assertThat(run.lines())
                .contains("Leak, \"big\": 1 rows, no number of days is known, so none is computed");
    }

    @Test
    void aFileOfSeveralBatchesComesInWhole() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            rows.add(
                    i == 600 ? RequestRow.open().with("TYPE", "x".repeat(999)) : RequestRow.open());
        }
        Run run = run(rows.toArray());
        assertThat(run.last()).isEqualTo("rows 700, agree 699, excluded 0, differ 1");
        assertThat(run.text()).contains("  line 602, ");
    }

    @Test
    void aServerThatSaysNoStopsTheRunAndSaysHowFarItCame() {
        Run run = run(RequestRow.file(folder, RequestRow.open()), AS_OF, "nobody");
        assertThat(run.agreed()).isFalse();
        assertThat(run.last()).startsWith("Stopped after 0 of 1 rows").contains("401");
    }

    private Run run(Object... rows) {
        return run(RequestRow.file(folder, rows), AS_OF);
    }

    private Run run(Path file, Instant asOf) {
        return run(file, asOf, server.administratorToken());
    }

    private Run run(Path file, Instant asOf, String token) {
        Console console = english(OutputStream.nullOutputStream());
        return run(List.of(ServiceRequests.read(file, console)), asOf, token);
    }

    private Run run(List<ServiceRequests> files, Instant asOf, String token) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Guanjia administrator =
                Guanjia.builder(server.uri().toString())
                        .token(() -> token)
                        .language(Language.EN)
                        .build();
        boolean agreed = ServiceRequestFile.runAll(english(out), administrator, asOf, files);
        return new Run(agreed, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static Console english(OutputStream out) {
        return new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    }

    private int stored(RequestRow row) {
        return server.db()
                .sql("select count(*) from work_order where source_reference = :reference")
                .param("reference", row.id())
                .query(Integer.class)
                .single();
    }
}
