/**
 * How a reply leaves: between HAPI's serializer and the network. It knows nothing of what is in it.
 */
@NullMarked
package nl.meerwaarde.reply;

import org.jspecify.annotations.NullMarked;
