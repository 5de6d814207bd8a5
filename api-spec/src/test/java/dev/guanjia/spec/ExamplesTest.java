package dev.guanjia.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

    private static final Document OURS = Document.bundle();

    @Test
    void everyExampleFitsItsSchema() {
        Examples examples = new Examples(OURS);

        assertThat(examples.all().stream().flatMap(example -> examples.faults(example).stream()))
                .isEmpty();
    }

    @Test
    void noBodyGoesWithoutAnExample() {
        long bodies = OURS.operations().stream().mapToLong(each -> each.bodies().size()).sum();

        assertThat(bodies).isGreaterThan(OURS.operations().size());
        assertThat(new Examples(OURS).all()).hasSizeGreaterThanOrEqualTo((int) bodies);
    }

    @Test
    void noExampleIsLeftUnused() {
        String everything = OURS.root().toString();

        assertThat(OURS.root().at("/components/examples").fieldNames())
                .toIterable()
                .isNotEmpty()
                .allMatch(name -> everything.contains("\"#/components/examples/" + name + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amount: '7.28'}",
                "{amount: 7.28, currency: CNY}",
                "{amount: '07.28', currency: CNY}",
                "{amount: '7.28', currency: CNY, curency: CNY}",
                "{amount: '7.28', currency: CNY, paid_on: '2024-02-30'}",
                "{amount: '7.28', currency: null}"
            })
    void plantedFaultIsFound(String value) {
        assertThat(faults(value)).hasSize(1);
    }

    @Test
    void faultlessExampleIsLeftAlone() {
        assertThat(faults("{amount: '7.28', currency: CNY, paid_on: '2024-02-29'}")).isEmpty();
    }

    private static List<String> faults(String value) {
        Document document =
                Document.parse(
                        """
                        paths:
                          /prices:
                            get:
                              operationId: getPrice
                              responses:
                                '200':
                                  content:
                                    application/json:
                                      schema: {$ref: '#/components/schemas/Price'}
                                      examples: {one: {value: VALUE}}
                        components:
                          schemas:
                            Price:
                              type: object
                              required: [amount, currency]
                              properties:
                                amount: {$ref: '#/components/schemas/Decimal'}
                                currency: {type: string}
                                paid_on: {type: string, format: date}
                            Decimal: {type: string, pattern: '^(0|[1-9][0-9]*)(\\.[0-9]+)?$'}
                        """
                                .replace("VALUE", value));
        Examples examples = new Examples(document);
        return examples.all().stream()
                .flatMap(example -> examples.faults(example).stream())
                .toList();
    }
}
