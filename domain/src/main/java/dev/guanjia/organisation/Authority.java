package dev.guanjia.organisation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may sign what, up to how much. Source: AUT-20, SOD-13; requirements 06.
 *
 * <p>Shape: the post that fills the rule's role signs any amount. Another post signs up to its
 * limit in force on the day, the limit itself allowed; a limit in another currency than the amount
 * gives no authority. Nobody signs their own request: it goes to another person in a post that
 * could.
 *
 * @param template which post fills which role
 * @param rules the rules of every kind; the latest at or before the day holds
 * @param limits the company's limits over time
 * @param version names this state of the rows, not blank
 */
public record Authority(
        OrganisationTemplate template,
        List<AuthorityRule> rules,
        AuthorityLimits limits,
        String version) {

    /** A role that no post fills would leave a rule without a signer. */
    public Authority {
        rules = List.copyOf(rules);
        for (AuthorityRule rule : rules) {
            template.post(rule.role());
        }
        if (version.isBlank()) {
            throw new IllegalArgumentException("authority version is blank");
        }
    }

    /**
     * Decides whether a signature stands.
     *
     * @param request what is to be signed, by whom, when
     * @return the signature, or refused with every reason that applies of {@code SELF_APPROVAL},
     *     {@code NO_AUTHORITY}, {@code APPROVAL_OVER_LIMIT}, {@code ATTACHMENT_MISSING}
     */
    public Decision<Signature> sign(SignatureRequest request) {
        Optional<AuthorityRule> rule = rule(request.kind(), request.signedOn());
        String permitted = permitted(request, rule);
        List<Refusal> reasons = new ArrayList<>();
        StaffId signer = request.signer().staff();
        if (request.requester().equals(signer)) {
            reasons.add(
                    OrganisationRefusal.SELF_APPROVAL.because(
                            "staff", signer.value(), "permitted", permitted));
        }
        if (!leads(request.signer().post(), rule)) {
            amountReason(request, permitted).ifPresent(reasons::add);
        }
        rule.filter(found -> found.attachmentRequired() && request.attachments().isEmpty())
                .map(Authority::attachmentMissing)
                .ifPresent(reasons::add);
        if (rule.isEmpty() || !reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        return Decision.accept(signature(request, rule.get()));
    }

    private Signature signature(SignatureRequest request, AuthorityRule rule) {
        PostKey post = request.signer().post();
        Optional<AuthorityLimit> limit =
                leads(post, Optional.of(rule)) ? Optional.empty() : limit(request, post);
        return new Signature(request, rule.id(), limit, version);
    }

    private Optional<AuthorityRule> rule(AuthorityKind kind, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.kind().equals(kind) && !rule.from().isAfter(day))
                .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b);
    }

    private boolean leads(PostKey post, Optional<AuthorityRule> rule) {
        return rule.map(found -> template.post(found.role()).equals(post)).orElse(false);
    }

    private Optional<AuthorityLimit> limit(SignatureRequest request, PostKey post) {
        return rule(request.kind(), request.signedOn())
                .flatMap(rule -> limits.inForce(request.kind(), post, request.signedOn()))
                .filter(row -> row.limit().currency().equals(request.amount().currency()));
    }

    private Optional<Refusal> amountReason(SignatureRequest request, String permitted) {
        PostKey post = request.signer().post();
        Optional<AuthorityLimit> found = limit(request, post);
        if (found.isEmpty()) {
            return Optional.of(
                    OrganisationRefusal.NO_AUTHORITY.because(
                            "kind", request.kind().value(),
                            "post", post.value(),
                            "permitted", permitted));
        }
        return found.filter(row -> request.amount().compareTo(row.limit()) > 0)
                .map(row -> overLimit(request, row, permitted));
    }

    private static Refusal overLimit(
            SignatureRequest request, AuthorityLimit row, String permitted) {
        return OrganisationRefusal.APPROVAL_OVER_LIMIT.because(
                "post", row.post().value(),
                "limit", row.limit().toString(),
                "amount", request.amount().toString(),
                "permitted", permitted);
    }

    private static Refusal attachmentMissing(AuthorityRule rule) {
        return OrganisationRefusal.ATTACHMENT_MISSING.because(
                "kind", rule.kind().value(), "rule", rule.id());
    }

    /** The leader first, then in key order; a dash when no rule holds on that day. */
    private String permitted(SignatureRequest request, Optional<AuthorityRule> rule) {
        Stream<PostKey> leader = rule.map(found -> template.post(found.role())).stream();
        Stream<PostKey> limited =
                limits.posts(request.kind()).stream()
                        .filter(
                                post ->
                                        limit(request, post)
                                                .filter(row -> allows(row, request))
                                                .isPresent());
        String posts =
                Stream.concat(leader, limited)
                        .distinct()
                        .map(PostKey::value)
                        .collect(Collectors.joining(", "));
        return posts.isEmpty() ? "-" : posts;
    }

    private static boolean allows(AuthorityLimit row, SignatureRequest request) {
        return request.amount().compareTo(row.limit()) <= 0;
    }
}
