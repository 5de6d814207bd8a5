package dev.guanjia.organisation;

import java.util.Optional;

/**
 * A signature given, with the rules it rests on.
 *
 * @param request what was signed, by whom and when
 * @param rule the id of the rule, e.g. {@code AUT-20}
 * @param limit the company's limit it rests on; empty when the leader signed, who has none
 * @param authorityVersion the version of the authority rows that decided
 */
public record Signature(
        SignatureRequest request,
        String rule,
        Optional<AuthorityLimit> limit,
        String authorityVersion) {}
