package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.PaidWorkStore.Proof;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.paid.OwnerWord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What callers say about paid work. */
public final class PaidInput {

    static final String SAID_AT = "/word/said_at";

    private PaidInput() {}

    /**
     * How much of what.
     *
     * @param item an item of the price list
     * @param quantity how many units
     */
    public record LineDraft(String item, String quantity) {}

    /**
     * What an owner said.
     *
     * @param ownerId who
     * @param saidAt when
     * @param means how it reached us
     * @param attachment where the paper is kept; null for none
     */
    public record WordDraft(
            String ownerId, Instant saidAt, String means, @Nullable String attachment) {}

    /** Lines of one item are added up. */
    static SortedMap<String, Rational> lines(List<LineDraft> lines) {
        SortedMap<String, Rational> wanted = new TreeMap<>();
        for (LineDraft line : lines) {
            wanted.merge(line.item(), Rational.parse(line.quantity()), Rational::plus);
        }
        return wanted;
    }

    static Optional<OwnerWord> word(Given given, WordDraft draft, Instant now) {
        Optional<Instant> at = new Moments(given, now).past(SAID_AT, draft.saidAt());
        Optional<OwnerWord.Means> means =
                given.known("/word/means", draft.means(), OwnerWord.Means.class);
        if (draft.attachment() != null) {
            given.text("/word/attachment", draft.attachment());
            if (!Attachment.isPath(draft.attachment())) {
                String expected = "a path inside the store of attachments";
                given.wrong("/word/attachment", FieldCode.WRONG_FORMAT, "expected", expected);
            }
        }
        return at.isEmpty() || means.isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnerWord(new OwnerId(draft.ownerId()), at.get(), means.get()));
    }

    static Proof proof(WordDraft draft, @Nullable String note) {
        return new Proof(draft.means(), draft.attachment(), note);
    }

    static void note(Given given, @Nullable String note) {
        if (note != null) {
            given.text("/note", note);
        }
    }
}
