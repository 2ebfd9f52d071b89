package nl.meerwaarde.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * A moment of an episode with what was answered.
 *
 * @param oxford answers about the joint, or null when there are none
 * @param euroQol answers about health as a whole, or null when there are none or when they were asked for another episode of the same day
 */
record Sitting(
        Attendance attendance,
        @Nullable OxfordAnswers oxford,
        @Nullable EuroQolAnswers euroQol) {}
