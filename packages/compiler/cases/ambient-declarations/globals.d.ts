interface Settings {
  theme: string;
}
