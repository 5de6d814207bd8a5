package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganisationTemplatesTest {

    private static final PostCatalogue POSTS = PostCatalogue.load();

    @Test
    void thePropertyManagerLeadsASingleCommunity() {
        OrganisationTemplates templates = OrganisationTemplates.load(POSTS);
        assertThat(templates.all()).hasSize(1);
        assertThat(templates.find("SINGLE_COMMUNITY").orElseThrow().leader())
                .isEqualTo(new PostKey("PROPERTY_MANAGER"));
        assertThat(templates.find("GROUP")).isEmpty();
    }

    @Test
    void everyModelOfTheSourcesShipsAsATemplateWithALeader() {
        OrganisationTemplates templates = OrganisationTemplates.load();
        assertThat(templates.all()).hasSize(18);
        assertThat(templates.find("GROUP").orElseThrow().leader())
                .isEqualTo(new PostKey("GENERAL_MANAGER"));
        assertThat(
                        templates
                                .find("MANAGER_CENTRED")
                                .orElseThrow()
                                .post(new RoleKey("FINANCE_HEAD")))
                .isEqualTo(new PostKey("ACCOUNTANT"));
    }

    @Test
    void aTemplateWithoutALeaderAndARoleWithoutATemplateAreFaults() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(""))
                .withMessage("templates.csv:2: template has no company leader: T");
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of("U,COMPANY_LEADER,领导,Leader,CASHIER,2026-01,x\n"))
                .withMessage("roles.csv:2 template: unknown template");
    }

    @Test
    void aRoleIsFilledOnceAndByAPostOfTheCatalogue() {
        String row = "T,COMPANY_LEADER,领导,Leader,CASHIER,2026-01,x\n";
        assertThat(of(row).all()).hasSize(1);
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(row + row + row.replace("CASHIER", "CHAIRMAN")))
                .withMessage(
                        "roles.csv:3 role: stands twice\n"
                                + "roles.csv:4 post: unknown post: CHAIRMAN");
    }

    private static OrganisationTemplates of(String roleRows) {
        List<String> columns = List.of("id", "zh", "en", "from", "source");
        List<String> roleColumns =
                List.of("template", "role", "zh", "en", "post", "from", "source");
        return OrganisationTemplates.of(
                Table.parse("templates.csv", "id,zh,en,from,source\nT,甲,A,2026-01,x\n", columns),
                Table.parse(
                        "roles.csv", String.join(",", roleColumns) + "\n" + roleRows, roleColumns),
                Map.of("T", POSTS));
    }
}
