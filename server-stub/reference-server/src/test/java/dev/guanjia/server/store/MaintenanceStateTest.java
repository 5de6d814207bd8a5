package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.maintenance.MaintenanceStandard;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.catalogue.Label;
import dev.guanjia.server.RunningServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The state that lists filter by is the one that the domain decides, at every edge of a period. */
class MaintenanceStateTest {

    private static final String ASK =
            "select "
                    + MaintenanceTaskSql.STATE
                    + """
                     from (select cast(null as date) as verified_on,
                         cast(null as date) as performed_on, cast(null as date) as withdrawn_on,
                         cast(:due as date) as due_on, cast(:start as date) as period_start,
                         cast(:origin as date) as origin_on) t
                     cross join (select cast(:day as date) as day) today
                    """;

    @ParameterizedTest
    @EnumSource(
            value = Cadence.class,
            mode = Mode.EXCLUDE,
            names = {"SHIFT", "EVENT", "PERIODIC", "STANDING", "SETUP"})
    void everyCadenceAtItsEdges(Cadence cadence) {
        DateRange period = cadence.interval().orElseThrow().periodOf(LocalDate.of(2026, 6, 30));
        LocalDate last = period.last();
        for (LocalDate due : List.of(last, last.plusDays(2), period.start().minusDays(1))) {
            MaintenanceTask task = task(cadence, period, due);
            Stream.of(period.start(), due, last)
                    .flatMap(edge -> Stream.of(edge.minusDays(1), edge, edge.plusDays(1)))
                    .forEach(
                            day ->
                                    assertThat(state(task, day))
                                            .as("%s due %s on %s", period, due, day)
                                            .isEqualTo(task.state(day).name()));
        }
    }

    private static String state(MaintenanceTask task, LocalDate day) {
        return RunningServer.shared()
                .db()
                .sql(ASK)
                .param("due", task.due().orElseThrow())
                .param("start", task.period().start())
                .param("origin", task.origin())
                .param("day", day)
                .query(String.class)
                .single();
    }

    private static MaintenanceTask task(Cadence cadence, DateRange period, LocalDate due) {
        return new MaintenanceTask(
                new MaintenanceStandard(
                        "PM-X-01",
                        new Label("保养", "Upkeep"),
                        new AssetKey("LIGHTING"),
                        cadence,
                        "R-MAINT-LOG",
                        Optional.empty(),
                        LocalDate.of(2024, 1, 1)),
                new EquipmentId("eq_1"),
                period,
                new DueDay(period.last(), Optional.of(due), Set.of()),
                List.of());
    }
}
