package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.util.Optional;

/**
 * Somebody who could take a step.
 *
 * @param staff the person
 * @param post the post they would act in
 * @param delegation the delegation they would act under; empty when they hold the post or stand in
 */
public record Candidate(StaffId staff, PostKey post, Optional<Delegation> delegation) {

    /** {@code sf_1 (PROPERTY_MANAGER)}; with the delegation where there is one. */
    @Override
    public String toString() {
        String under = delegation.map(row -> ", delegation " + row.id()).orElse("");
        return staff + " (" + post + under + ")";
    }
}
