package dev.guanjia.organisation.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.LibraryPost;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrganisationModelsTest {

    private static final PostLibrary LIBRARY = PostLibrary.load();

    /** Source: requirements 01, section 4; departments, posts and the leader of each model. */
    private static final String MODELS =
            """
            SINGLE_COMMUNITY           0  8   PROPERTY_MANAGER
            MANAGER_CENTRED            0  15  PROPERTY_MANAGER
            DEPARTMENT_SUPERVISORS     1  7   PROPERTY_MANAGER
            DISTRICT_SPECIALISTS       2  9   PROPERTY_DEPT_MANAGER
            SIX_CHAPTERS               6  11  COMPANY_MANAGER
            MANAGEMENT_OFFICE          1  15  DEPUTY_GM
            SIX_LINE_DEPARTMENTS       6  16  GENERAL_MANAGER
            HEADQUARTERS_OVER_REGIONS  2  2   HEAD_HQ_PROPERTY
            GENERAL_MANAGERS_OFFICE    3  5   GENERAL_MANAGER
            SIX_GENERIC_DEPARTMENTS    6  7   PROPERTY_MANAGER
            BUSINESS_DEPARTMENT        1  4   HEAD_BUSINESS_G
            GROUP                      4  5   GENERAL_MANAGER
            SIX_DEPARTMENT_COMPANY     6  14  GENERAL_MANAGER
            THREE_TWO_FOUR             12 10  GENERAL_MANAGER
            SIX_WORK_PLAN_DEPARTMENTS  6  7   GENERAL_MANAGER
            QUALITY_LINE               0  3   GENERAL_MANAGER
            SIX_GOAL_DEPARTMENTS       6  8   GENERAL_MANAGER
            COLLECTION_GROUP           4  9   COLLECTION_TEAM_LEADER
            """;

    @Test
    void everyModelOfTheSourcesShipsWithItsDepartmentsPostsAndLeader() {
        assertThat(
                        Charts.MODELS.all().stream()
                                .map(
                                        model ->
                                                model.template().id()
                                                        + " "
                                                        + model.chart().departments().size()
                                                        + " "
                                                        + model.chart().places().size()
                                                        + " "
                                                        + model.template().leader()))
                .isEqualTo(MODELS.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void threeTwoFourIsThreeAndTwoAndFour() {
        Map<String, Long> units =
                Charts.model("THREE_TWO_FOUR").chart().departments().stream()
                        .flatMap(unit -> unit.parent().stream())
                        .collect(
                                Collectors.groupingBy(DepartmentKey::value, Collectors.counting()));
        assertThat(units)
                .containsOnly(
                        Map.entry("FUNCTIONAL_M", 3L),
                        Map.entry("SUPPORT_M", 2L),
                        Map.entry("DIVISIONS_M", 4L));
    }

    @Test
    void theLineOfASixLineStewardLeadsToTheGeneralManager() {
        assertThat(
                        Charts.model("SIX_LINE_DEPARTMENTS")
                                .chart()
                                .posts()
                                .superiors(new PostKey("STEWARD")))
                .containsExactlyElementsOf(
                        Charts.posts("CS_SUPERVISOR CS_MANAGER DEPUTY_GM_B GENERAL_MANAGER"));
    }

    @Test
    void everyPostOfAModelBearsAPostOfTheLibraryAndItsFunction() {
        for (OrganisationModel model : Charts.MODELS.all()) {
            for (CompanyPost place : model.chart().places()) {
                LibraryPost known = LIBRARY.find(place.bears()).orElseThrow();
                Post post = place.post();
                assertThat(known.kind()).as("%s", post).isEqualTo(LibraryPost.Kind.POST);
                assertThat(post.family()).isEqualTo(known.placement().family());
                known.placement()
                        .function()
                        .ifPresent(function -> assertThat(post.department()).contains(function));
            }
        }
    }

    @Test
    void everyDepartmentOfAModelHasAHeadAndEveryLineEndsOutside() {
        for (OrganisationModel model : Charts.MODELS.all()) {
            OrganisationChart chart = model.chart();
            chart.departments().stream()
                    .filter(unit -> unit.bears().isPresent())
                    .forEach(unit -> assertThat(chart.head(unit.key())).as("%s", unit).isPresent());
            assertThat(chart.posts().all())
                    .allSatisfy(
                            post ->
                                    assertThat(chart.posts().superiors(post.key()))
                                            .doesNotContain(post.key()));
        }
    }

    @Test
    void aDepartmentHangsUnderAKnownOneAndNotUnderItself() {
        CompanyDepartment one = Charts.unit("ONE", "DEPT_CS");
        CompanyDepartment two =
                new CompanyDepartment(
                        new DepartmentKey("TWO"), one.label(), one.bears(), Optional.of(one.key()));
        CompanyDepartment back =
                new CompanyDepartment(one.key(), one.label(), one.bears(), Optional.of(two.key()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganisationChart.of(List.of(back, two), List.of(), Map.of()))
                .withMessage("departments go in a circle at ONE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganisationChart.of(List.of(two), List.of(), Map.of()))
                .withMessage("unknown department: ONE");
    }

    @Test
    void aFaultyActorRowIsNamedWithItsPlace() {
        String header = "template,actor,means,from,source\n";
        String rows =
                "NOWHERE,ALL_STAFF,ALL,2007-01,x\n"
                        + ",JANITOR,ALL,2007-01,x\n"
                        + ",ALL_STAFF,EVERYBODY,2007-01,x\n"
                        + ",ALL_POSTS,FAMILY NONE,2007-01,x\n"
                        + ",COMPANY,LEADER,2007-01,x\n"
                        + ",COMPANY,HEADS,2007-01,x\n";
        Table table = Table.parse("actors.csv", header + rows, List.of(header.trim().split(",")));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> Actors.of(table, List.of("T")))
                .withMessageContaining("actors.csv:2 template: unknown template")
                .withMessageContaining("actors.csv:3 actor: unknown post: JANITOR")
                .withMessageContaining("actors.csv:4 means: unknown post: EVERYBODY")
                .withMessageContaining("actors.csv:5 means: post key must look like")
                .withMessageContaining("actors.csv:7 actor: stands twice");
    }
}
