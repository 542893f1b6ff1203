package dev.inquest.connectors.git;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Says what id an object would have, and writes nothing. */
final class IdsOnly extends ObjectInserter.Formatter {
  @Override
  public ObjectId insert(int type, long length, InputStream in) throws IOException {
    return idFor(type, length, in);
  }
}
