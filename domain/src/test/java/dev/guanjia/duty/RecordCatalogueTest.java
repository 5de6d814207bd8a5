package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCatalogueTest {

    private static final RecordCatalogue RECORDS = RecordCatalogue.load();

    @Test
    void aRecordHasANameInBothLanguages() {
        assertThat(RECORDS.find("R-STOCK-COUNT"))
                .contains(new Label("仓库物资盘点表", "Stock-count sheet"));
        assertThat(RECORDS.find("R-NOTHING")).isEmpty();
    }

    @Test
    void aProofIsAKnownRecordOrWords() {
        assertThat(RECORDS.parseProof("R-KEY")).isEqualTo("R-KEY");
        assertThat(RECORDS.parseProof("check record")).isEqualTo("check record");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECORDS.parseProof("R-KEYS"))
                .withMessage("unknown record: R-KEYS");
    }

    @Test
    void aFaultyRowIsNamed() {
        Table table =
                Table.parse(
                        "records.csv",
                        "id,zh,en,from,source\nR-ok,甲,A,2007-01-01,here\n",
                        List.of("id", "zh", "en", "from", "source"));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> RecordCatalogue.of(table))
                .withMessageContaining("records.csv:2")
                .withMessageContaining("R-ok");
    }
}
