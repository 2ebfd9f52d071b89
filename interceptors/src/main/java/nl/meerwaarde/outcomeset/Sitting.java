package nl.meerwaarde.outcomeset;

import java.util.List;
import nl.meerwaarde.instrument.Instrument;

/**
 * What one reporter is asked at one moment.
 *
 * @param moment code of the moment
 * @param reporter who is asked
 * @param instruments the instruments, each once, in the order of the sets
 * @param records what is recorded, each once
 * @param questionsSeparately how many questions it were if every set, and every set that one takes over, were asked by itself
 */
record Sitting(
        String moment,
        Reporter reporter,
        List<AskedInstrument> instruments,
        List<RecordedItem> records,
        int questionsSeparately) {
    Sitting {
        instruments = List.copyOf(instruments);
        records = List.copyOf(records);
    }

    /** How many questions are asked when what is shared is asked once. */
    int questions() {
        return instruments.stream().mapToInt(AskedInstrument::added).sum();
    }

    boolean isEmpty() {
        return instruments.isEmpty() && records.isEmpty();
    }

    /**
     * An instrument and its part in the sitting.
     *
     * @param measures what it is asked for
     * @param questions how many questions it has
     * @param added how many of them no instrument before it asks
     */
    record AskedInstrument(Instrument instrument, List<Measurement> measures, int questions, int added) {
        AskedInstrument {
            measures = List.copyOf(measures);
        }
    }

    /**
     * Something that is recorded.
     *
     * @param recorded what
     * @param measures what it is recorded for
     */
    record RecordedItem(Measurement.Recorded recorded, List<Measurement> measures) {
        RecordedItem {
            measures = List.copyOf(measures);
        }
    }
}
