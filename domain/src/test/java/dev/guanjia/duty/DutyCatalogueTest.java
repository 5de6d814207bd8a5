package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.Permission;
import dev.guanjia.organisation.Permissions;
import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DutyCatalogueTest {

    private static final String HEADER =
            "id,zh,en,posts,cadence,deadline,evidence,approver,from,source";

    @Test
    void everyDutyOfTheEightPostsIsThere() {
        assertThat(Company.DUTIES.all()).hasSize(109);
        Map<String, Integer> perPost = new TreeMap<>();
        Company.POSTS
                .all()
                .forEach(
                        post ->
                                perPost.put(
                                        post.key().value(), Company.DUTIES.of(post.key()).size()));
        assertThat(perPost)
                .hasToString(
                        "{ACCOUNTANT=17, CASHIER=26, CS_ASSISTANT=13, CS_SUPERVISOR=20,"
                                + " MAINTENANCE_WORKER=11, PROPERTY_MANAGER=17, STEWARD=3,"
                                + " STOREKEEPER=10}");
    }

    @Test
    void meteredFeesAreCalculatedByDayThirtyAndConfirmedByTheSupervisor() {
        Duty fees = Company.duty("D-004B-RC-06");
        assertThat(fees.posts()).containsExactly(Company.ASSISTANT);
        assertThat(fees.timing().cadences()).containsExactly(Cadence.MONTHLY);
        assertThat(fees.timing().deadline()).contains(new DeadlineRule(30));
        assertThat(fees.evidence()).containsExactly("R-METER-READ", "R-FEE-CALC");
        assertThat(fees.approver()).contains(Company.SUPERVISOR);
        assertThat(fees.origin().source()).isEqualTo("004B.RC.2.2");
    }

    @Test
    void theStewardEntersWhatWasConfirmedAndWaitsForNoApprover() {
        Duty entry = Company.duty("D-004B-RC-07");
        assertThat(entry.posts()).containsExactly(new PostKey("STEWARD"));
        assertThat(entry.timing().deadline()).isEmpty();
        assertThat(entry.approver()).isEmpty();
    }

    @Test
    void theStockIsCountedByDayTwentyFive() {
        assertThat(Company.duty("D-000-STK-06").timing().deadline()).contains(new DeadlineRule(25));
    }

    @Test
    void aPostThatSharesADutyWithItsApproverDoesNotWaitForItself() {
        Duty reconciliation = Company.duty("D-004B-RF-20");
        PostKey accountant = new PostKey("ACCOUNTANT");
        assertThat(reconciliation.approverOf(new PostKey("CASHIER"))).contains(accountant);
        assertThat(reconciliation.approverOf(accountant)).isEmpty();
    }

    @Test
    void exactlyTheApproversOfDutiesMayConfirm() {
        Permission confirm =
                Permissions.load(Company.POSTS).all().stream()
                        .filter(row -> row.command().equals("confirm-duty"))
                        .findAny()
                        .orElseThrow();
        TreeSet<PostKey> approvers =
                Company.DUTIES.all().stream()
                        .flatMap(duty -> duty.approver().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(confirm.posts())).isEqualTo(approvers);
    }

    @Test
    void chineseLabelsAreChineseAndEnglishOnesEnglish() {
        for (Duty duty : Company.DUTIES.all()) {
            assertThat(duty.label().zh()).as("%s", duty.id()).containsPattern("\\p{IsHan}{4}");
            assertThat(duty.label().en()).as("%s", duty.id()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void everyFaultyRowIsReportedWithItsPlace() {
        String rows =
                HEADER
                        + "\nD-1,甲,A,CASHIER,monthly,day-32,,,2026-01,x"
                        + "\nD-2,乙,B,PAINTER,monthly,,,,2026-01,x"
                        + "\nD-3,丙,C,CASHIER,hourly,,,,2026-01,x"
                        + "\nD-4,丁,D,CASHIER,daily,,,CHAIRMAN,2026-01,x"
                        + "\nD-5,戊,E,CASHIER,daily,,R-Fee,,2026-01,x"
                        + "\nD-6,己,F,CASHIER,daily,,,CASHIER,2026-01,x"
                        + "\nD-7,庚,G,,daily,,,,2026-01,x"
                        + "\nX-8,辛,H,CASHIER,daily,,,,2026-01,x"
                        + "\nD-9,壬,I,CASHIER,daily;daily,,,,2026-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> load(rows))
                .withMessage(
                        """
                        duties.csv:2 deadline: deadline must be period-end or day-30: day-32
                        duties.csv:3: unknown post: PAINTER
                        duties.csv:4: unknown cadence: hourly
                        duties.csv:5 approver: unknown post: CHAIRMAN
                        duties.csv:6: record must look like R-FEE-CALC: R-Fee
                        duties.csv:7: approves only itself: CASHIER
                        duties.csv:8: needs each post once: []
                        duties.csv:9 id: duty id must start with D-: X-8
                        duties.csv:10: needs each cadence once: [DAILY, DAILY]"""
                                .stripTrailing());
    }

    @Test
    void aDutyStandsOnce() {
        String row = "\nD-1,甲,A,CASHIER,daily,,,,2026-01,x";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> load(HEADER + row + row + "\n"))
                .withMessage("duties.csv:3 id: stands twice: D-1");
    }

    private static DutyCatalogue load(String rows) {
        return DutyCatalogue.of(
                Table.parse("duties.csv", rows, List.of(HEADER.split(","))), Company.POSTS);
    }
}
