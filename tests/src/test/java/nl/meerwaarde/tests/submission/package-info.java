/** What happens to answers that come in: stored, scored, changed, taken back, alone and in Bundles. */
@NullMarked
package nl.meerwaarde.tests.submission;

import org.jspecify.annotations.NullMarked;
