package nl.meerwaarde.disclosure;

import java.util.Set;
import nl.meerwaarde.consent.Ground;

/** Policies for tests. */
final class Policies {
    private Policies() {}

    static RecipientPolicy open() {
        return new RecipientPolicy(
                "public",
                "1",
                false,
                false,
                false,
                false,
                false,
                10,
                5,
                1,
                0.5,
                2,
                30,
                Set.of(PeriodGrid.YEAR),
                false,
                false,
                Ground.DOCUMENTED);
    }

    /** Nobody puts anything together. */
    static RecipientPolicy alone() {
        return coalition(0);
    }

    static RecipientPolicy coalition(int organizations) {
        return new RecipientPolicy(
                "public",
                "1",
                false,
                false,
                false,
                false,
                false,
                10,
                5,
                1,
                0.5,
                organizations,
                30,
                Set.of(PeriodGrid.YEAR),
                false,
                false,
                Ground.DOCUMENTED);
    }

    /** Other rules, for organisations that do not see their own exactly here. */
    static RecipientPolicy with(int threshold, int protection, int organizations) {
        return new RecipientPolicy(
                "other",
                "1",
                false,
                false,
                false,
                false,
                false,
                threshold,
                protection,
                1,
                0.5,
                organizations,
                30,
                Set.of(PeriodGrid.YEAR),
                false,
                false,
                Ground.DOCUMENTED);
    }

    static RecipientPolicy rounding(int base) {
        return new RecipientPolicy(
                "researcher",
                "1",
                false,
                false,
                false,
                false,
                false,
                10,
                5,
                base,
                0.5,
                0,
                30,
                Set.of(PeriodGrid.YEAR),
                false,
                false,
                Ground.DOCUMENTED);
    }

    static RecipientPolicy organization() {
        return new RecipientPolicy(
                "organization",
                "1",
                false,
                true,
                false,
                false,
                false,
                10,
                5,
                1,
                0.5,
                2,
                30,
                Set.of(PeriodGrid.YEAR),
                false,
                false,
                Ground.DOCUMENTED);
    }

    static RecipientPolicy registry() {
        return new RecipientPolicy(
                "registry",
                "1",
                true,
                false,
                true,
                false,
                false,
                0,
                0,
                1,
                1,
                0,
                0,
                Set.of(PeriodGrid.values()),
                true,
                false,
                Ground.STATUTORY);
    }

    /** Sees others under pseudonyms. */
    static RecipientPolicy pseudonymous(String code) {
        return new RecipientPolicy(
                code,
                "1",
                false,
                true,
                false,
                false,
                false,
                10,
                5,
                1,
                0.5,
                2,
                30,
                Set.of(PeriodGrid.YEAR),
                false,
                true,
                Ground.DOCUMENTED);
    }
}
