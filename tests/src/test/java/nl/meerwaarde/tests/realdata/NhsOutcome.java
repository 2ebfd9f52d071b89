package nl.meerwaarde.tests.realdata;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * One outcome that NHS England publishes a table of, and our Measure of it.
 *
 * @param joint Hip or Knee
 * @param revision whether it is about revisions instead of primary replacements
 * @param score what is measured
 */
record NhsOutcome(Joint joint, boolean revision, Score score) {
    /** A joint has a file of its own. */
    enum Joint {
        HIP("Hip", "OHS"),
        KNEE("Knee", "OKS");

        private final String title;
        private final String oxford;

        Joint(String title, String oxford) {
            this.title = title;
            this.oxford = oxford;
        }

        String file() {
            return title.toLowerCase(java.util.Locale.ROOT) + "-1718.csv.gz";
        }

        String mapping() {
            return "classpath:nhs-proms-" + title.toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is measured. */
    enum Score {
        OXFORD("oxford"),
        EQ_5D_INDEX("eq-5d-3l-uk"),
        EQ_VAS("eq-vas");

        private final String inMeasureId;

        Score(String inMeasureId) {
            this.inMeasureId = inMeasureId;
        }
    }

    static List<NhsOutcome> all() {
        return Arrays.stream(Joint.values())
                .flatMap(joint -> Stream.of(false, true)
                        .flatMap(revision ->
                                Arrays.stream(Score.values()).map(score -> new NhsOutcome(joint, revision, score))))
                .toList();
    }

    /** As the published tables call the operation. */
    String procedure() {
        return joint.title + " Replacement " + (revision ? "Revision" : "Primary");
    }

    /** As the published tables call the score. */
    String measureName() {
        return switch (score) {
            case OXFORD -> "Oxford " + joint.title + " Score";
            case EQ_5D_INDEX -> "EQ-5D Index";
            case EQ_VAS -> "EQ VAS";
        };
    }

    /** The id of our Measure. */
    String measureId() {
        return "nhs-" + procedure().toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "-" + score.inMeasureId;
    }

    /**
     * A patient's figures in the record-level file.
     *
     * @param expected after, by the case-mix model of NHS England
     */
    record Modelled(String provider, BigDecimal before, BigDecimal after, BigDecimal expected) {}

    /** The record when it is about this operation and nothing is missing. */
    Optional<Modelled> modelled(CSVRecord patient) {
        if (patient.get("Revision Flag").equals("1") != revision) {
            return Optional.empty();
        }
        List<Optional<BigDecimal>> figures =
                columns().stream().map(column -> number(patient.get(column))).toList();
        return figures.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Modelled(
                        patient.get("Provider Code"),
                        figures.get(0).orElseThrow(),
                        figures.get(1).orElseThrow(),
                        figures.get(2).orElseThrow()))
                : Optional.empty();
    }

    private List<String> columns() {
        String ours = joint.title + " Replacement ";
        return switch (score) {
            case OXFORD ->
                List.of(
                        ours + "Pre-Op Q Score",
                        ours + "Post-Op Q Score",
                        ours + joint.oxford + " Post-Op Q Predicted");
            case EQ_5D_INDEX ->
                List.of(
                        "Pre-Op Q EQ5D Index",
                        "Post-Op Q EQ5D Index",
                        ours + (joint == Joint.HIP ? "EQ5D" : "EQ 5D") + " Index Post-Op Q Predicted");
            case EQ_VAS ->
                List.of(
                        "Pre-Op Q EQ VAS",
                        "Post-Op Q EQ VAS",
                        ours + (joint == Joint.HIP ? "EQ VAS " : "EQ VAS_") + "Post-Op Q Predicted");
        };
    }

    private Optional<BigDecimal> number(String cell) {
        boolean missing = cell.isEmpty() || score == Score.EQ_VAS && cell.equals("999");
        return missing ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }

    @Override
    public String toString() {
        return procedure() + ", " + measureName();
    }
}
