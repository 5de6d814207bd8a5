package dev.guanjia.billing.share;

import static dev.guanjia.billing.share.Shares.yes;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.formula.Issue;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every formula that real users typed gets its ruling, its amount or its reason. */
class SharedDataFeeFormulaTest {

    private static final Map<String, Set<String>> CODES =
            Map.of(
                    "warn: a constant", Set.of("fee-formula-constant"),
                    "refuse: unit mismatch", Set.of("fee-formula-units"),
                    "refuse: unbalanced bracket", Set.of("formula-bracket-alone"),
                    "refuse: unknown name", Set.of("formula-measure-unknown"),
                    "refuse: operand missing", Set.of("formula-ended-early"));
    private static final Map<String, FormulaRuling.Verdict> VERDICTS =
            Map.of(
                    "accept", FormulaRuling.Verdict.ACCEPTED,
                    "warn", FormulaRuling.Verdict.WARNED,
                    "refuse", FormulaRuling.Verdict.REFUSED);

    private static List<Row> typed() {
        try {
            String text = Files.readString(SharedData.files("fee-formulas", ".csv").get(0));
            List<String> columns = List.of("formula", "description", "price", "expected");
            return Table.parse("typed-by-users.csv", text, columns).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Long, Row> ours(String file, String... columns) {
        return Table.of(SharedDataFeeFormulaTest.class, file, List.of(columns)).rows().stream()
                .collect(toMap(row -> Long.parseLong(row.text("row")), row -> row));
    }

    private static FormulaRuling ruling(Row row) {
        return FeeFormula.read(row.text("formula"), FeeNames.standard());
    }

    @Test
    void everyFormulaGetsTheRulingThatIsExpected() {
        List<Row> rows = typed();
        assertThat(rows).hasSizeGreaterThan(20);
        for (Row row : rows) {
            String expected = row.text("expected");
            FormulaRuling ruling = ruling(row);
            assertThat(ruling.verdict())
                    .as("%s", row)
                    .isEqualTo(VERDICTS.get(expected.split(":")[0]));
            Set<String> codes = new TreeSet<>();
            ruling.issues().forEach(issue -> codes.add(issue.refusal().code().key()));
            assertThat(codes).as("%s", row).isEqualTo(CODES.getOrDefault(expected, Set.of()));
        }
    }

    @Test
    void everyAcceptedOnePricesTheWorkedUnit() {
        List<Row> rows =
                typed().stream().filter(row -> row.text("expected").equals("accept")).toList();
        Map<Long, Row> amounts = ours("typed-by-users-amounts.csv", "row", "amount", "arithmetic");
        assertThat(amounts.keySet()).containsExactlyInAnyOrderElementsOf(lines(rows));
        for (Row row : rows) {
            FormulaAmount amount =
                    yes(
                            ruling(row)
                                    .formula()
                                    .orElseThrow()
                                    .amount(
                                            WorkedUnit.VALUES,
                                            Rational.parse(row.text("price")),
                                            Money.CNY,
                                            RoundingPolicy.STANDARD));
            assertThat(amount.amount().amountText())
                    .as("%s", row)
                    .isEqualTo(amounts.get(row.line()).text("amount"));
        }
    }

    @Test
    void everyRefusedOneSaysWhyAndWhere() {
        List<Row> rows =
                typed().stream().filter(row -> row.text("expected").startsWith("refuse")).toList();
        Map<Long, Row> refusals =
                ours("typed-by-users-refusals.csv", "row", "code", "place", "found");
        assertThat(refusals.keySet()).containsExactlyInAnyOrderElementsOf(lines(rows));
        for (Row row : rows) {
            assertThat(ruling(row).issues()).as("%s", row).hasSize(1);
            Issue issue = ruling(row).issues().get(0);
            Row expected = refusals.get(row.line());
            assertThat(issue.refusal().code().key()).isEqualTo(expected.text("code"));
            assertThat(issue.place().line() + ":" + issue.place().column())
                    .isEqualTo(expected.text("place"));
            assertThat(String.join(", ", new TreeSet<>(issue.refusal().facts().values())))
                    .as("%s", row)
                    .isEqualTo(expected.text("found"));
        }
    }

    private static List<Long> lines(List<Row> rows) {
        return rows.stream().map(Row::line).toList();
    }
}
