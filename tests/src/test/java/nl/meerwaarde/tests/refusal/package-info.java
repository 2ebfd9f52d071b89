/** What the server refuses, and how it says so: every problem at once, each with its element and a sentence, and nothing stored. */
@NullMarked
package nl.meerwaarde.tests.refusal;

import org.jspecify.annotations.NullMarked;
