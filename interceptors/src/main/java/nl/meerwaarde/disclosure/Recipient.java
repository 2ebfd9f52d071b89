package nl.meerwaarde.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * For whom numbers are meant.
 *
 * @param policy what its kind may see
 * @param organization the organisation it belongs to, or null
 */
public record Recipient(RecipientPolicy policy, @Nullable String organization) {
    /** A recipient of no organisation. */
    public static Recipient of(RecipientPolicy policy) {
        return new Recipient(policy, null);
    }

    /** Whether everything of this organisation may be seen; null is everybody together. */
    public boolean seesAllOf(@Nullable String owner) {
        return policy.exact() || isItself(owner);
    }

    /** Whether the patients of this organisation are its own, so that it knows of all of them; null is everybody together. */
    public boolean treatsAllOf(@Nullable String owner) {
        return !policy.exact() && isItself(owner);
    }

    private boolean isItself(@Nullable String owner) {
        return policy.ownExact() && owner != null && owner.equals(organization);
    }
}
