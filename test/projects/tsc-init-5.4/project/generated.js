exports.generated = true;
