package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class IdempotencyKeyProperties {
    @Property
    void equalPartsGiveEqualKeysAndOthersDoNot(
            @ForAll @NotEmpty List<@StringLength(min = 1, max = 4) String> a,
            @ForAll @NotEmpty List<@StringLength(min = 1, max = 4) String> b) {
        boolean sameKey = key(a).equals(key(b));

        assertThat(sameKey).isEqualTo(wellFormed(a).equals(wellFormed(b)));
        assertThat(key(a)).matches("[0-9a-f]{64}").isEqualTo(key(a));
    }

    @Property
    void movingABorderMakesAnotherKey(
            @ForAll @Size(3) List<@StringLength(min = 1, max = 4) String> parts) {
        String first = parts.get(0);
        String second = parts.get(1);
        String third = parts.get(2);

        assertThat(IdempotencyKey.of(first + second, third))
                .isNotEqualTo(IdempotencyKey.of(first, second + third));
    }

    @Example
    void nothingAndEmptyPartsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(IdempotencyKey::of);
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.of("a", ""));
    }

    @Example
    void twoRandomKeysDiffer() {
        assertThat(IdempotencyKey.random()).isNotEqualTo(IdempotencyKey.random()).hasSize(36);
    }

    private static String key(List<String> parts) {
        return IdempotencyKey.of(parts.toArray(String[]::new));
    }

    // half of a surrogate pair has no UTF-8 form; every such half becomes the same "?"
    private static List<String> wellFormed(List<String> parts) {
        return parts.stream()
                .map(
                        part ->
                                new String(
                                        part.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
