package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DutyOverlayTest {

    private static final String HEADER =
            "op,id,zh,en,posts,cadence,deadline,evidence,approver,from,source\n";
    private static final DutyId STOCK = new DutyId("D-000-STK-06");
    private static final DutyId OWN = new DutyId("D-V-01");

    @Test
    void aVendorAddsChangesAndRetiresFromADayAndHistoryIsKept() {
        DutyCatalogue catalogue =
                overlaid(
                        """
                        add,D-V-01,检查充电桩,Check the charging points,MAINTENANCE_WORKER,weekly,week-end,,,2026-03-01,vendor
                        change,D-000-STK-06,盘点仓库,Count the warehouse,STOREKEEPER,monthly,day-20,R-STOCK-COUNT,PROPERTY_MANAGER,2026-07-01,vendor
                        retire,D-V-01,,,,,,,,2026-09-01,vendor
                        """);
        LocalDate june = LocalDate.of(2026, 6, 30);
        assertThat(catalogue.find(STOCK, june).orElseThrow().timing().codes())
                .containsExactly("day-25");
        assertThat(catalogue.find(STOCK, june.plusDays(1)).orElseThrow().timing().codes())
                .containsExactly("day-20");
        assertThat(catalogue.find(OWN, LocalDate.of(2026, 2, 28))).isEmpty();
        assertThat(catalogue.find(OWN, LocalDate.of(2026, 8, 31))).isPresent();
        assertThat(catalogue.find(OWN, LocalDate.of(2026, 9, 1))).isEmpty();
        assertThat(catalogue.all()).hasSize(Company.DUTIES.all().size());
        assertThat(catalogue.versions()).hasSize(Company.DUTIES.versions().size() + 2);
        assertThat(Company.DUTIES.find(OWN)).as("the shipped catalogue is untouched").isEmpty();
    }

    @Test
    void aYearShowsEachVersionForItsOwnDays() {
        DutyCatalogue catalogue =
                overlaid(
                        """
                        change,D-000-STK-06,盘点仓库,Count the warehouse,STOREKEEPER,quarterly,quarter-end,R-STOCK-COUNT,PROPERTY_MANAGER,2026-06-15,vendor
                        """);
        DutyCalendar calendar =
                new DutyCalendar(
                        catalogue.heldBy(Company.RESOLUTION),
                        Company.complete(),
                        DutyTimes.plain(Company.SHANGHAI));
        LocalDate first = Year.of(2026).atDay(1);
        Map<Cadence, Long> counts =
                calendar.stream(new DateRange(first, first.plusYears(1)))
                        .filter(occurrence -> occurrence.key().duty().equals(STOCK))
                        .collect(
                                Collectors.groupingBy(
                                        occurrence -> occurrence.key().cadence(),
                                        Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of(Cadence.MONTHLY, 6L, Cadence.QUARTERLY, 2L));
    }

    @Test
    void whatWasRetiredMayComeBackLater() {
        DutyCatalogue catalogue =
                overlaid(
                        """
                        retire,D-000-STK-06,,,,,,,,2026-03-01,vendor
                        add,D-000-STK-06,盘点仓库,Count the warehouse,STOREKEEPER,monthly,day-20,,,2026-05-01,vendor
                        """);
        assertThat(catalogue.find(STOCK, LocalDate.of(2026, 2, 28))).isPresent();
        assertThat(catalogue.find(STOCK, LocalDate.of(2026, 4, 1))).isEmpty();
        assertThat(catalogue.find(STOCK, LocalDate.of(2026, 5, 1))).isPresent();
    }

    @Test
    void everyFaultyRowIsNamedAndNothingChanges() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () ->
                                overlaid(
                                        """
                                        add,D-000-STK-06,甲,A,STOREKEEPER,monthly,,,,2026-03-01,vendor
                                        change,D-V-99,乙,B,STOREKEEPER,monthly,,,,2026-03-01,vendor
                                        retire,D-V-99,,,,,,,,2026-03-01,vendor
                                        change,D-000-STK-06,丙,C,STOREKEEPER,monthly,,,,2007-01-01,vendor
                                        drop,D-000-STK-06,丁,D,STOREKEEPER,monthly,,,,2026-03-01,vendor
                                        change,D-000-STK-06,戊,E,STOREKEEPER,daily,day-30,,,2026-03-01,vendor
                                        retire,D-000-STK-06,,,,,,,,2026-03-01,
                                        """))
                .withMessage(
                        """
                        own.csv:2 id: is already there from 2007-01-01
                        own.csv:3 id: is not in force: D-V-99
                        own.csv:4 id: is not in force: D-V-99
                        own.csv:5 from: must be after 2007-01-01: 2007-01-01
                        own.csv:6 op: must be add, change or retire: drop
                        own.csv:7 deadline: day-30 never occurs in [DAILY]
                        own.csv:8 source: is empty"""
                                .stripTrailing());
        assertThat(Company.DUTIES.find(STOCK).orElseThrow().timing().codes())
                .containsExactly("day-25");
    }

    private static DutyCatalogue overlaid(String rows) {
        List<String> columns = List.of(HEADER.strip().split(","));
        return Company.DUTIES.overlaid(Table.parse("own.csv", HEADER + rows, columns));
    }
}
