package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.Permissions;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DutyCatalogueTest {

    private static final String HEADER =
            "id,zh,en,posts,cadence,deadline,evidence,approver,from,source";
    private static final Vocabulary WORDS = Vocabulary.deadlineWords();
    private static final Vocabulary RECORDS = Vocabulary.records();

    @Test
    void everyDutyIsThereAndTheEightPostsHaveTheirs() {
        assertThat(Company.DUTIES.all()).hasSize(708);
        Map<String, Integer> perPost = new TreeMap<>();
        Company.POSTS
                .all()
                .forEach(
                        post ->
                                perPost.put(
                                        post.key().value(), Company.HELD.of(post.key()).size()));
        assertThat(perPost)
                .hasToString(
                        "{ACCOUNTANT=29, CASHIER=39, CS_ASSISTANT=28, CS_SUPERVISOR=33,"
                                + " MAINTENANCE_WORKER=22, PROPERTY_MANAGER=55, STEWARD=19,"
                                + " STOREKEEPER=23}");
    }

    @Test
    void meteredFeesAreCalculatedByDayThirtyAndConfirmedByTheSupervisor() {
        Duty fees = Company.duty("D-004B-RC-06");
        assertThat(fees.posts()).containsExactly(new PostKey("CS_STAFF_ANY"), Company.SUPERVISOR);
        assertThat(held("D-004B-RC-06").posts()).containsExactly(Company.ASSISTANT);
        assertThat(fees.timing().cadences()).containsExactly(Cadence.MONTHLY);
        assertThat(fees.timing().rules()).containsExactly(DeadlineRule.day(30));
        assertThat(fees.evidence()).containsExactly("R-METER-READ", "R-FEE-CALC");
        assertThat(held("D-004B-RC-06").approverOf(Company.ASSISTANT)).contains(Company.SUPERVISOR);
        assertThat(fees.origin().source()).isEqualTo("004B.RC.2.2");
    }

    @Test
    void theStewardEntersWhatWasConfirmedAndWaitsForNoApprover() {
        Duty entry = Company.duty("D-004B-RC-07");
        assertThat(entry.posts()).containsExactly(new PostKey("STEWARD"));
        assertThat(entry.timing().codes()).containsExactly("after-confirmation");
        assertThat(entry.approvers()).isEmpty();
    }

    @Test
    void theStockIsCountedByDayTwentyFive() {
        assertThat(Company.duty("D-000-STK-06").timing().rules())
                .containsExactly(DeadlineRule.day(25));
    }

    @Test
    void aPostThatApprovesWhatOthersDoDoesNotPerformIt() {
        PostKey accountant = new PostKey("ACCOUNTANT");
        Duty reconciliation = Company.duty("D-004B-RF-20");
        assertThat(reconciliation.posts()).contains(accountant);
        HeldDuty held = held("D-004B-RF-20");
        assertThat(held.posts()).containsExactly(new PostKey("CASHIER"));
        assertThat(held.approverOf(new PostKey("CASHIER"))).contains(accountant);
    }

    @Test
    void theFirstApproverThatTheCompanyHasConfirms() {
        Duty report = Company.duty("D-004B-RF-18");
        assertThat(report.approvers())
                .containsExactly(new PostKey("ACCOUNTANT"), new PostKey("GENERAL_MANAGER"));
        assertThat(held("D-004B-RF-18").approverOf(new PostKey("CASHIER")))
                .contains(new PostKey("ACCOUNTANT"));
    }

    @Test
    void theSuperiorIsThatOfThePostThatPerforms() {
        HeldDuty tasks = held("D-ALL-01");
        assertThat(tasks.approverOf(Company.ASSISTANT)).contains(Company.SUPERVISOR);
        assertThat(tasks.approverOf(Company.SUPERVISOR)).contains(Company.MANAGER);
        assertThat(tasks.approverOf(Company.MANAGER)).isEmpty();
    }

    @Test
    void whoWouldConfirmThemselvesHandsItToTheNextHigherPost() {
        String row = "\nD-1,甲,A,ALL_STAFF,daily,,,CS_SUPERVISOR,2026-01,x\n";
        HeldDuty held =
                load(HEADER + row).heldBy(Company.RESOLUTION).find(new DutyId("D-1")).orElseThrow();
        assertThat(held.posts()).hasSize(8);
        assertThat(held.approverOf(Company.SUPERVISOR)).contains(Company.MANAGER);
        assertThat(held.approverOf(new PostKey("CASHIER"))).contains(Company.SUPERVISOR);
    }

    @Test
    void ofSeveralApproversTheNearestInTheLineConfirms() {
        String row =
                "\nD-1,甲,A,CS_ASSISTANT;STEWARD;MAINTENANCE_WORKER,daily,,,ANY_DEPT_HEAD,2026-01,x\n";
        HolderResolution sixDepartments = Company.resolution("SIX_LINE_DEPARTMENTS");
        HeldDuty held =
                load(HEADER + row).heldBy(sixDepartments).find(new DutyId("D-1")).orElseThrow();
        assertThat(sixDepartments.posts(new PostKey("ANY_DEPT_HEAD"))).hasSizeGreaterThan(3);
        held.approvers()
                .forEach(
                        (post, approver) ->
                                assertThat(sixDepartments.company().superiors(post))
                                        .contains(approver.orElseThrow()));
    }

    @Test
    void everyApproverOfADutyMayConfirm() {
        Permissions permissions = Permissions.load();
        Set<PostKey> approvers =
                Company.HELD.all().stream()
                        .flatMap(held -> held.approvers().values().stream())
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(approvers)
                .hasSizeGreaterThan(2)
                .allMatch(
                        approver ->
                                permissions
                                        .permit("confirm-duty", approver, Company.POSTS)
                                        .fold(yes -> true, no -> false));
    }

    @Test
    void whatTheSourceIsSilentAboutIsNeverDueByTheCalendar() {
        assertThat(Company.duty("D-002-X7-03").timing())
                .isEqualTo(new Timing(List.of(), List.of(), List.of()));
    }

    @Test
    void everyWordAndEveryRecordHasANameInBothLanguages() {
        for (Duty duty : Company.DUTIES.all()) {
            duty.timing().words().forEach(WORDS::parse);
            duty.evidence().stream()
                    .filter(proof -> proof.startsWith("R-"))
                    .forEach(proof -> assertThat(RECORDS.find(proof)).as(proof).isPresent());
        }
        assertThat(WORDS.find("promptly").orElseThrow().zh()).isEqualTo("及时");
        assertThat(WORDS.find("day-30")).isEmpty();
    }

    @Test
    void chineseLabelsAreChineseAndEnglishOnesEnglish() {
        for (Duty duty : Company.DUTIES.all()) {
            assertThat(duty.label().zh()).as("%s", duty.id()).containsPattern("\\p{IsHan}{3}");
            assertThat(duty.label().en()).as("%s", duty.id()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void everyFaultyRowIsReportedWithItsPlace() {
        String rows =
                HEADER
                        + """

                        D-1,甲,A,CASHIER,monthly,day-32,,,2026-01,x
                        D-2,乙,B,PAINTER,monthly,,,,2026-01,x
                        D-3,丙,C,CASHIER,hourly,,,,2026-01,x
                        D-4,丁,D,CASHIER,daily,,,EMPEROR,2026-01,x
                        D-5,戊,E,CASHIER,daily,,R-Fee,,2026-01,x
                        D-6,己,F,CASHIER,daily,,,CASHIER,2026-01,x
                        D-7,庚,G,,daily,,,,2026-01,x
                        X-8,辛,H,CASHIER,daily,,,,2026-01,x
                        D-9,壬,I,CASHIER,daily;daily,,,,2026-01,x
                        D-10,癸,J,CASHIER,daily,day-30,,,2026-01,x
                        D-11,子,K,CASHIER,monthly,quarter-3,,,2026-01,x
                        D-12,丑,L,CASHIER,monthly,month-end;day-5,,,2026-01,x
                        D-13,寅,M,CASHIER,daily,soonish,,,2026-01,x
                        D-14,卯,N,CASHIER,,day-30,,,2026-01,x
                        """;
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> load(rows))
                .withMessage(
                        """
                        duties.csv:2 deadline: day-N takes 1 to 31: 32
                        duties.csv:3 posts: unknown post: PAINTER
                        duties.csv:4 cadence: unknown cadence: hourly
                        duties.csv:5 approver: unknown post: EMPEROR
                        duties.csv:6 evidence: unknown record: R-Fee
                        duties.csv:7: approves only itself: CASHIER
                        duties.csv:8: needs each post once: []
                        duties.csv:9 id: duty id must start with D-: X-8
                        duties.csv:10 cadence: needs each cadence once: [DAILY, DAILY]
                        duties.csv:11 deadline: day-30 never occurs in [DAILY]
                        duties.csv:12 deadline: quarter-3 never occurs in [MONTHLY]
                        duties.csv:13 deadline: MONTHLY has two deadlines: [month-end, day-5]
                        duties.csv:14 deadline: unknown deadline: soonish
                        duties.csv:15 deadline: day-30 never occurs in []"""
                                .stripTrailing());
    }

    @Test
    void aDutyStandsOnce() {
        String row = "\nD-1,甲,A,CASHIER,daily,,,,2026-01,x";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> load(HEADER + row + row + "\n"))
                .withMessage("duties.csv:3 id: stands twice: D-1");
    }

    private static HeldDuty held(String id) {
        return Company.HELD.find(new DutyId(id)).orElseThrow();
    }

    private static DutyCatalogue load(String rows) {
        return DutyCatalogue.of(
                Table.parse("duties.csv", rows, List.of(HEADER.split(","))),
                DutyCatalogue.libraryKeys());
    }
}
