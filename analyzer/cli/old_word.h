#pragma once

#include "read/contained_files.h"

namespace klausul {

/// A file of old Word (doc) with what LibreOffice or antiword, whichever is installed, made of it, or with the error
/// that says what to install; any other file as it is.
ContainedFile with_conversion(ContainedFile file);

}  // namespace klausul
