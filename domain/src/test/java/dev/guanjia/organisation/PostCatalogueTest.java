package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostCatalogueTest {

    private static final PostCatalogue POSTS = PostCatalogue.load();

    /** Source: requirements 01, sections 2 and 4.1. */
    private static final String TREE =
            """
            PROPERTY_MANAGER    物业经理    CHAIRMAN
            CS_SUPERVISOR       客服主管    PROPERTY_MANAGER
            CS_ASSISTANT        客服助理    CS_SUPERVISOR
            ACCOUNTANT          会计员      PROPERTY_MANAGER
            CASHIER             出纳员      PROPERTY_MANAGER
            STOREKEEPER         仓库管理员  PROPERTY_MANAGER
            MAINTENANCE_WORKER  维修工      MAINTENANCE_SUPERVISOR
            STEWARD             贴心管家    CS_SUPERVISOR
            """;

    @Test
    void theEightPostsStandInTheTreeOfTheSources() {
        List<String> actual =
                POSTS.all().stream()
                        .map(post -> post.key() + " " + post.label().zh() + " " + post.reportsTo())
                        .toList();
        assertThat(actual).isEqualTo(TREE.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void superiorsAreListedNearestFirstAndEndInsideTheCompany() {
        assertThat(POSTS.superiors(new PostKey("STEWARD")))
                .containsExactly(new PostKey("CS_SUPERVISOR"), new PostKey("PROPERTY_MANAGER"));
        assertThat(POSTS.superiors(new PostKey("MAINTENANCE_WORKER"))).isEmpty();
        assertThat(POSTS.outerSuperior(new PostKey("CHAIRMAN")).orElseThrow().zh())
                .isEqualTo("董事长");
    }

    @Test
    void everyFaultIsReportedWithItsPlace() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(row("A", "NOBODY") + row("B", "ELSEWHERE")))
                .withMessage(
                        "template-posts.csv:2 reports_to: unknown post: NOBODY\n"
                                + "template-posts.csv:3 reports_to: unknown post: ELSEWHERE");
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(row("A", "CHAIRMAN") + row("A", "BOARD")))
                .withMessage("template-posts.csv:3 id: stands twice: A");
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(row("A", "CHAIRMAN").replace("CASHIER", "JANITOR")))
                .withMessage("template-posts.csv:2 bears: unknown post: JANITOR");
    }

    @Test
    void superiorsMayNotGoInACircle() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(row("A", "B") + row("B", "A")))
                .withMessageContaining("superiors go in a circle at B");
    }

    @Test
    void aPostDirectlyBelowAnOuterSuperiorIsEnough() {
        assertThat(of(row("A", "CHAIRMAN")).all()).hasSize(1);
    }

    @Test
    void severalPostsMayBearTheDutiesOfOne() {
        PostCatalogue posts = of(row("A", "CHAIRMAN") + row("B", "A"));
        assertThat(posts.bearing(new PostKey("CASHIER")))
                .containsExactly(new PostKey("A"), new PostKey("B"));
        assertThat(posts.bears(new PostKey("B"))).isEqualTo(new PostKey("CASHIER"));
        assertThat(posts.bearing(new PostKey("A"))).isEmpty();
    }

    @Test
    void aCompanyIsBuiltFromPostsEachOfWhichStandsOnceAndFindsItsSuperior() {
        Post manager = POSTS.find(Staffed.MANAGER).orElseThrow();
        Post supervisor = POSTS.find(Staffed.SUPERVISOR).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(manager, manager)))
                .withMessage("post stands twice: PROPERTY_MANAGER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(supervisor)))
                .withMessage("unknown post: PROPERTY_MANAGER");
        assertThat(of(List.of(supervisor, manager)).superiors(Staffed.SUPERVISOR))
                .containsExactly(Staffed.MANAGER);
    }

    private static PostCatalogue of(List<Post> posts) {
        return PostCatalogue.of(posts, Map.of(), POSTS.outerSuperiors());
    }

    private static String row(String id, String superior) {
        return "T," + id + ",甲,Name,CASHIER,,," + superior + ",,2026-01,x\n";
    }

    private static PostCatalogue of(String rows) {
        String header = String.join(",", PostCatalogue.COLUMNS) + "\n";
        Table table = Table.parse("template-posts.csv", header + rows, PostCatalogue.COLUMNS);
        return PostCatalogue.templates(table, PostLibrary.load()).get("T");
    }
}
