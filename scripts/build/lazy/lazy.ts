/**
 * Stands for the object that `make` makes when it is first used. For objects that are read, such as schemas and modules: setting or
 * listing properties is not passed on.
 */
export function lazy<T extends object>(make: () => T): T {
  let made: T | undefined;
  const get = () => {
    made ??= make();
    return made;
  };
  return new Proxy({} as T, {
    get: (_, key) => (made ?? get())[key as keyof T],
    has: (_, key) => Reflect.has(get(), key),
    getPrototypeOf: () => Reflect.getPrototypeOf(get()),
  });
}
