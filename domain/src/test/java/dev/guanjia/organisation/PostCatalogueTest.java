package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostCatalogueTest {

    private static final PostCatalogue POSTS = PostCatalogue.load();
    private static final String HEADER = "id,zh,en,department,reports_to,family,from,source\n";
    private static final String OUTER = "id,zh,en,from,source\nCHAIRMAN,董事长,Chairman,2026-01,x\n";

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
        String rows = HEADER + "A,甲,A,,NOBODY,F,2026-01,x\nB,乙,B,,ELSEWHERE,F,2026-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(rows))
                .withMessage(
                        "posts.csv:2 reports_to: unknown post: NOBODY\n"
                                + "posts.csv:3 reports_to: unknown post: ELSEWHERE");
    }

    @Test
    void superiorsMayNotGoInACircle() {
        String rows = HEADER + "A,甲,A,,B,F,2026-01,x\nB,乙,B,,A,F,2026-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(rows))
                .withMessageContaining("superiors go in a circle at B");
    }

    @Test
    void aPostDirectlyBelowAnOuterSuperiorIsEnough() {
        assertThat(of(HEADER + "A,甲,A,,CHAIRMAN,F,2026-01,x\n").all()).hasSize(1);
    }

    private static PostCatalogue of(String rows) {
        return PostCatalogue.of(
                Table.parse("posts.csv", rows, header(HEADER)),
                Table.parse("outer-superiors.csv", OUTER, header(OUTER)));
    }

    private static List<String> header(String text) {
        return List.of(text.lines().findFirst().orElseThrow().split(","));
    }
}
