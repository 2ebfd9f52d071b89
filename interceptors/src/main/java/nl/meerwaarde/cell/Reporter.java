package nl.meerwaarde.cell;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Whose episodes a report counts. */
public sealed interface Reporter {
    /** All of them. */
    Reporter EVERYBODY = new Everybody();

    /** All of them. */
    record Everybody() implements Reporter {
        @Override
        public @Nullable String reference() {
            return null;
        }

        @Override
        public @Nullable String owner() {
            return null;
        }
    }

    /** Those that belong to an organisation. */
    record OfOrganization(String id) implements Reporter {
        @Override
        public String reference() {
            return "Organization/" + id;
        }

        @Override
        public String owner() {
            return id;
        }
    }

    /**
     * Those for whose outcomes a team answers, at the organisations that it consists of.
     *
     * @param id of the CareTeam
     */
    record OfTeam(String id, SortedSet<String> organizations) implements Reporter {
        @Override
        public String reference() {
            return "CareTeam/" + id;
        }

        @Override
        public @Nullable String owner() {
            return organizations.size() == 1 ? organizations.first() : null;
        }
    }

    /** Those whose index event a practitioner did, wherever that was. */
    record OfPractitioner(String id) implements Reporter {
        @Override
        public String reference() {
            return "Practitioner/" + id;
        }

        @Override
        public @Nullable String owner() {
            return null;
        }
    }

    /** As {@code Type/id}; null for everybody. */
    @Nullable
    String reference();

    /** The one organisation that every episode belongs to, or null. */
    @Nullable
    String owner();
}
