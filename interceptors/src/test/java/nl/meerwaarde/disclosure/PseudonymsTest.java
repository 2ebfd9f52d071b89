package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final String MEASURE = "https://example.org/Measure/gain";

    private final Pseudonyms pseudonyms = new Pseudonyms(() -> new byte[] {1, 2, 3});

    private String of(Recipient recipient, String subject, String organization) {
        return pseudonyms.of(recipient, subject).pseudonym(organization).orElseThrow();
    }

    private static Recipient recipient(String code, String organization) {
        RecipientPolicy policy = Policies.pseudonymous(code);
        return new Recipient(policy, organization);
    }

    @Test
    void theSameOrganisationIsCalledTheSameAndNothingLikeItsId() {
        String first = of(recipient("organization", "own"), MEASURE, "other");

        assertThat(first)
                .isEqualTo(of(recipient("organization", "own"), MEASURE, "other"))
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void anotherRecipientSubjectOrServerCallsItOtherwise() {
        assertThat(List.of(
                        of(recipient("organization", "own"), MEASURE, "other"),
                        of(recipient("organization", "third"), MEASURE, "other"),
                        of(recipient("team", "own"), MEASURE, "other"),
                        of(recipient("organization", "own"), MEASURE + "2", "other"),
                        new Pseudonyms(() -> new byte[] {3, 2, 1})
                                .of(recipient("organization", "own"), MEASURE)
                                .pseudonym("other")
                                .orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aReleaseIsReadAgainWhateverThePolicySaysNow() {
        Recipient ofNoOrganisation = Recipient.of(Policies.pseudonymous("organization"));

        assertThat(pseudonyms.released("organization", MEASURE).pseudonym("other"))
                .contains(of(ofNoOrganisation, MEASURE, "other"));
    }

    @Test
    void aThousandOrganisationsAreToldApart() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> of(recipient("organization", "own"), MEASURE, "org-" + i)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOwnOrganisationAndNobodysEpisodesKeepTheirName() {
        Pseudonyms.Names names = pseudonyms.of(recipient("organization", "own"), MEASURE);

        assertThat(names.pseudonym("own")).isEmpty();
        assertThat(names.pseudonym(Table.UNKNOWN)).isEmpty();
    }

    @Test
    void whoMayKnowNamesNeedsNoKey() {
        Pseudonyms without = new Pseudonyms(() -> {
            throw new AssertionError("not asked for");
        });

        assertThat(without.of(Recipient.of(Policies.open()), MEASURE).pseudonym("other"))
                .isEmpty();
    }
}
