package dev.guanjia.billing.writeoff;

import java.util.List;

/**
 * Why a debt will not be paid, and the papers that show it.
 *
 * @param reason in words; a blank one is refused when the write-off is proposed
 * @param evidence references to papers, none of them blank; none at all is refused too
 */
public record WriteOffGrounds(String reason, List<String> evidence) {

    /** A reference refers to something. */
    public WriteOffGrounds {
        evidence = List.copyOf(evidence);
        if (evidence.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("evidence is blank: " + evidence);
        }
    }
}
