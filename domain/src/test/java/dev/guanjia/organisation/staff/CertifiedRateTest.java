package dev.guanjia.organisation.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: QF-H-04; requirements 04 note 8, 06 A-75. */
class CertifiedRateTest {

    private static final OrganisationModel MODEL =
            OrganisationModels.load().find("SIX_LINE_DEPARTMENTS").orElseThrow();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void aPersonInTwoSuchPostsCountsOnceAndVacantPostsDoNotCount() {
        Assignments held = held("li CS_MANAGER", "li LEASING_MANAGER", "wu CLEANING_MANAGER");
        CertifiedRate rate = rate(held, paper("li", DAY));
        assertThat(rate.rate()).contains(Rational.of(1, 2));
        assertThat(rate.persons())
                .extracting(person -> person.staff() + " " + person.posts().size())
                .containsExactly("li 2", "wu 1");
    }

    @Test
    void aCertificateThatHasLapsedOnTheDayDoesNotCount() {
        Assignments held = held("li CS_MANAGER");
        assertThat(rate(held, paper("li", DAY)).rate()).contains(Rational.of(1, 1));
        assertThat(rate(held, paper("li", DAY.minusDays(1))).rate()).contains(Rational.of(0, 1));
        assertThat(rate(held, paper("li", DAY.minusDays(1))).persons().get(0).missing())
                .containsExactly(new QualificationKey("MANAGEMENT_CERTIFICATE"));
    }

    @Test
    void postsBelowTheMiddleLevelDoNotCountAndNoRateIsNotZero() {
        assertThat(rate(held("li CASHIER", "wu STEWARD")).rate()).isEmpty();
        assertThat(rate(held()).persons()).isEmpty();
    }

    @ParameterizedTest(name = "{0} held by {1}")
    @CsvSource({"1,0,-1", "1,1,0", "1,3,2", "0..1,0,0", "0..1,2,1", "1..n,9,0", "2..3,1,-1"})
    void theHeadcountIsComparedWithThePlan(String plan, int actual, int difference) {
        HeadcountRow row =
                new HeadcountRow(
                        new PostKey("CASHIER"), Optional.of(Headcount.parse(plan)), actual);
        assertThat(row.difference()).hasValue(difference);
    }

    @Test
    void anUnknownPlanIsNotZeroAndEveryPostHasARow() {
        List<HeadcountRow> rows =
                HeadcountRow.on(MODEL.chart(), held("li CASHIER", "wu CASHIER"), DAY);
        assertThat(rows).hasSize(16);
        assertThat(row(rows, "DEPUTY_GM_B").planned()).isEmpty();
        assertThat(row(rows, "DEPUTY_GM_B").difference()).isEqualTo(OptionalInt.empty());
        assertThat(row(rows, "CASHIER").actual()).isEqualTo(2);
        assertThat(row(rows, "GENERAL_MANAGER").difference()).hasValue(-1);
        assertThat(row(rows, "FINANCE_MANAGER").difference()).hasValue(0);
    }

    private static HeadcountRow row(List<HeadcountRow> rows, String post) {
        return rows.stream()
                .filter(row -> row.post().value().equals(post))
                .findFirst()
                .orElseThrow();
    }

    private static CertifiedRate rate(Assignments held, Qualification... papers) {
        HolderResolution company = new HolderResolution(MODEL.chart(), MODEL);
        Qualifications qualifications = new Qualifications(List.of(papers));
        return CertifiedRate.on(
                new Fitness(company, Requirements.load(), qualifications), held, DAY);
    }

    private static Qualification paper(String staff, LocalDate last) {
        return new Qualification(
                new StaffId(staff),
                new QualificationKey("MANAGEMENT_CERTIFICATE"),
                "M-" + staff,
                last.minusYears(3),
                Optional.of(last));
    }

    private static Assignments held(String... rows) {
        return new Assignments(
                Stream.of(rows)
                        .map(row -> row.split(" "))
                        .map(
                                part ->
                                        Assignment.openEnded(
                                                new StaffId(part[0]),
                                                new PostKey(part[1]),
                                                LocalDate.of(2026, 1, 1)))
                        .toList());
    }
}
