package dev.guanjia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import org.junit.jupiter.api.Test;

class ChartOfAccountsTest {

    private static final String HEADER = "id,zh,en,kind,normal,sub_ledger,from,source\n";

    @Test
    void someAccountsControlTheUnitsSubLedgers() {
        assertThat(ChartOfAccounts.load().accounts())
                .hasSize(19)
                .filteredOn(Account::isControl)
                .extracting(account -> account.code().value())
                .containsExactly("1122", "2203", "224101");
    }

    @Test
    void anUnknownAccountIsAFaultNotAnEmptyBalance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartOfAccounts.load().account(new AccountCode("9999")))
                .withMessage("no account in the chart: 9999");
    }

    @Test
    void everyFaultyRowIsNamedAtOnce() {
        String rows =
                HEADER
                        + "12,现金,Cash,ASSET,DEBIT,NONE,2007-01,x\n"
                        + "1002,存款,Bank,ASSETS,DEBIT,NONE,2007-01,x\n"
                        + "1122,应收,Receivable,ASSET,DEBIT,OWNER,2007-01,x\n"
                        + "2203,预收,Advances,LIABILITY,CREDIT,UNIT,2007-01,\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> ChartOfAccounts.parse("mine.csv", rows))
                .withMessageContainingAll(
                        "mine.csv:2 id: account code must be 4 to 12 digits: 12",
                        "mine.csv:3 kind",
                        "mine.csv:4 sub_ledger",
                        "mine.csv:5 source: is empty");
    }

    @Test
    void anAccountStandsOnce() {
        String row = "1001,现金,Cash,ASSET,DEBIT,NONE,2007-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> ChartOfAccounts.parse("mine.csv", HEADER + row + row))
                .withMessageContaining("mine.csv:3 id: stands twice: 1001");
    }
}
